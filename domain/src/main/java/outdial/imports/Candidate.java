package outdial.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.contact.AddressClaim;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;

/// A row that can be imported.
///
/// @param place of the row
/// @param ownId the contact it becomes, unless the person is on file
/// @param region the country of the phone number; empty where there is none
/// @param variables the list's own columns, for the agent's prompts
record Candidate(
        Place place,
        ContactId ownId,
        Profile profile,
        String region,
        Map<String, String> variables,
        List<Warning> warnings) {
    /// Its number.
    long row() {
        return place.number();
    }

    Optional<PhoneNumber> phone() {
        return profile.phone();
    }

    /// The claim that says who the person is: to the phone, or where there is none to the e-mail address.
    AddressClaim mainClaim() {
        return phone().map(phone -> AddressClaim.phone(phone, ownId))
                .or(() -> emailClaim(ownId))
                .orElseThrow();
    }

    Optional<AddressClaim> emailClaim(ContactId claimant) {
        return profile.email().map(email -> AddressClaim.email(email, claimant));
    }
}
