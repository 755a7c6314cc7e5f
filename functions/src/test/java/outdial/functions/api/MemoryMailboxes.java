package outdial.functions.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.imports.Mailbox;
import outdial.imports.Mailboxes;

final class MemoryMailboxes implements Mailboxes {
    private final Map<CampaignRef, Mailbox> mailboxes = new HashMap<>();

    @Override
    public Optional<Mailbox> find(CampaignRef campaign) {
        return Optional.ofNullable(mailboxes.get(campaign));
    }

    @Override
    public Optional<Mailbox> find(String token) {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.token().equals(token))
                .findFirst();
    }

    @Override
    public Mailbox set(CampaignRef campaign, Set<EmailAddress> senders) {
        Mailbox mailbox = new Mailbox("token" + campaign.id(), campaign, senders);
        mailboxes.put(campaign, mailbox);
        return mailbox;
    }
}
