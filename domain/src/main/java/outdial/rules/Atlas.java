package outdial.rules;

import outdial.phone.PhoneNumber;

/// Knows where numbers and addresses are. Rather too many zones and regions than too few: a call must be lawful
/// in all of them.
public interface Atlas {
    /// Where the holder of the number may be, by the number alone.
    Area ofNumber(PhoneNumber phone);

    /// Where the address may be; [Area#UNKNOWN] where it says nothing that is understood.
    Area ofAddress(Address address);

    /// As people write them, empty where unknown.
    ///
    /// @param state or province, by name or code
    /// @param country by ISO 3166 code, or one of its usual names
    record Address(String state, String country, String postalCode) {
        public static final Address UNKNOWN = new Address("", "", "");
    }
}
