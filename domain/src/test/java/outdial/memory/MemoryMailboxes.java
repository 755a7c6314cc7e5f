package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.imports.Mailbox;
import outdial.imports.Mailboxes;

public final class MemoryMailboxes implements Mailboxes {
    private final Map<CampaignRef, Mailbox> mailboxes = new HashMap<>();

    @Override
    public synchronized Optional<Mailbox> find(CampaignRef campaign) {
        return Optional.ofNullable(mailboxes.get(campaign));
    }

    @Override
    public synchronized Optional<Mailbox> find(String token) {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.token().equals(token))
                .findFirst();
    }

    @Override
    public synchronized Mailbox set(CampaignRef campaign, Set<EmailAddress> senders) {
        String token = find(campaign).map(Mailbox::token).orElse("token-" + mailboxes.size());
        Mailbox mailbox = new Mailbox(token, campaign, senders);
        mailboxes.put(campaign, mailbox);
        return mailbox;
    }
}
