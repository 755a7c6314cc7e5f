package outdial.contact;

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

    /// Masked like the addresses themselves.
    @Override
    public String toString() {
        return address.substring(0, address.indexOf('#')) + "#*** of " + claimant;
    }
}
