package outdial.imports;

import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;

/// The campaigns' addresses for lists by mail. Reads are strongly consistent.
public interface Mailboxes {
    Optional<Mailbox> find(CampaignRef campaign);

    Optional<Mailbox> find(String token);

    /// Sets whose lists are taken. The first time the campaign gets an address, which stays the same.
    Mailbox set(CampaignRef campaign, Set<EmailAddress> senders);
}
