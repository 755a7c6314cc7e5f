package outdial.functions.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outdial.campaign.Campaign;
import outdial.campaign.Campaigns;
import outdial.contact.EmailAddress;
import outdial.imports.Mailbox;

/// A campaign's address for contact lists by mail.
final class MailEndpoints {
    private static final String SENDERS = "senders";
    private static final int LONGEST_ADDRESS = 320;

    private final CampaignLookup lookup;
    private final Ports.Mail mail;

    MailEndpoints(Campaigns campaigns, Ports.Mail mail) {
        this.lookup = new CampaignLookup(campaigns);
        this.mail = mail;
    }

    /// Only lists from these senders are taken; from nobody where there are none.
    record MailJson(String address, Set<String> senders) {
        static MailJson of(Mailbox mailbox, String domain) {
            Set<String> senders = mailbox.senders().stream()
                    .map(EmailAddress::address)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new MailJson(mailbox.token() + "@" + domain, senders);
        }
    }

    /// The address is made the first time, and stays the same.
    Answer put(Request request) {
        Campaign campaign = lookup.find(request);
        String domain = domain();
        Fields body = request.body(SENDERS);
        if (!body.has(SENDERS)) throw body.missing(SENDERS);
        List<EmailAddress> senders = body.list(
                SENDERS,
                Mailbox.MOST_SENDERS,
                (field, text) -> EmailAddress.parse(Fields.textOf(field, text, LONGEST_ADDRESS))
                        .orElseThrow(() ->
                                Refusal.invalid(field, field + " must be an e-mail address such as ann@example.com.")));
        return Answer.ok(MailJson.of(mail.mailboxes().set(campaign.ref(), Set.copyOf(senders)), domain));
    }

    Answer read(Request request) {
        Campaign campaign = lookup.find(request);
        return mail.mailboxes()
                .find(campaign.ref())
                .map(mailbox -> Answer.ok(MailJson.of(mailbox, domain())))
                .orElseThrow(() -> Refusal.notFound(
                        "This campaign has no address yet; PUT the allowed senders here to give it one."));
    }

    private String domain() {
        return mail.domain()
                .orElseThrow(() -> Refusal.of(
                        ProblemType.ACTION_NOT_ALLOWED,
                        "This deployment takes no mail; whoever runs it can set its parameter MailDomain."));
    }
}
