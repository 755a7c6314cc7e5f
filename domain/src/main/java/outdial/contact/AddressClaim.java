package outdial.contact;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.phone.PhoneNumber;

/// A contact's claim to an address: `phone#+12025550123` or `email#jane@example.com`. One contact per address and
/// workspace.
public record AddressClaim(String address, ContactId claimant) {
    public static AddressClaim phone(PhoneNumber phone, ContactId claimant) {
        return new AddressClaim(phoneAddress(phone), claimant);
    }

    /// How a phone is claimed.
    public static String phoneAddress(PhoneNumber phone) {
        return "phone#" + phone.e164();
    }

    public static AddressClaim email(EmailAddress email, ContactId claimant) {
        return new AddressClaim(emailAddress(email), claimant);
    }

    /// How an e-mail address is claimed.
    public static String emailAddress(EmailAddress email) {
        return "email#" + email.address();
    }

    /// How all addresses of a profile are claimed.
    public static Set<String> addressesOf(Profile profile) {
        return Stream.concat(
                        profile.phone().map(AddressClaim::phoneAddress).stream(),
                        profile.email().map(AddressClaim::emailAddress).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Masked like the addresses themselves.
    @Override
    public String toString() {
        return address.substring(0, address.indexOf('#')) + "#*** of " + claimant;
    }
}
