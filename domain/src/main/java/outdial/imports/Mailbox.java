package outdial.imports;

import java.util.Set;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;

/// A campaign's address for lists by mail.
///
/// @param token the part before the @; nobody can guess it
/// @param senders whose lists are taken; of nobody else, and where there are none, of nobody at all
public record Mailbox(String token, CampaignRef campaign, Set<EmailAddress> senders) {
    public static final int MOST_SENDERS = 100;

    public Mailbox {
        senders = Set.copyOf(senders);
        if (senders.size() > MOST_SENDERS) {
            throw new IllegalArgumentException("at most " + MOST_SENDERS + " senders, were " + senders.size());
        }
    }
}
