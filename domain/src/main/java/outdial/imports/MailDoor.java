package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.contact.EmailAddress;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;

/// Takes lists that come by mail: puts each where an upload would have put it, so that it goes the way of all
/// lists. Only mail that provably comes from a sender of the campaign's choice is taken, and only such mail is
/// answered: an answer to anybody else would tell strangers which addresses there are, or reach the victim of a
/// forger.
///
/// May be told of the same letter again.
public final class MailDoor {
    private final Mailboxes mailboxes;
    private final Imports imports;
    private final Lists lists;
    private final MailQueue replies;

    public MailDoor(Mailboxes mailboxes, Imports imports, Lists lists, MailQueue replies) {
        this.mailboxes = mailboxes;
        this.imports = imports;
        this.lists = lists;
        this.replies = replies;
    }

    public void receive(Letter letter) {
        letter.tokens().stream()
                .distinct()
                .flatMap(token -> mailboxes.find(token).stream())
                .forEach(mailbox -> receive(mailbox, letter));
    }

    private void receive(Mailbox mailbox, Letter letter) {
        Optional<Reason> refusal = refusal(mailbox, letter);
        if (refusal.isPresent()) {
            refuse(details(mailbox, letter, 0, letter.subject()), refusal.get(), letter);
        } else if (letter.enclosures().isEmpty()) {
            refuse(details(mailbox, letter, 0, letter.subject()), Reason.NO_ATTACHMENT, letter);
            reply(mailbox, letter, Failure.of(Reason.NO_ATTACHMENT).message());
        } else {
            IntStream.range(0, letter.enclosures().size())
                    .forEach(i ->
                            take(mailbox, letter, i + 1, letter.enclosures().get(i)));
            reply(mailbox, letter, summary(letter.enclosures()));
        }
    }

    private static Optional<Reason> refusal(Mailbox mailbox, Letter letter) {
        if (!letter.verdicts().clean()) return Optional.of(Reason.MAIL_NOT_CLEAN);
        Optional<EmailAddress> sender = letter.sender().filter(letter.verdicts()::vouchFor);
        if (sender.isEmpty()) return Optional.of(Reason.MAIL_NOT_AUTHENTIC);
        return mailbox.senders().contains(sender.get()) ? Optional.empty() : Optional.of(Reason.SENDER_NOT_ALLOWED);
    }

    private void take(Mailbox mailbox, Letter letter, int number, Enclosure enclosure) {
        Details details = details(mailbox, letter, number, enclosure.file());
        switch (enclosure) {
            case Enclosure.TooLarge _ -> refuse(details, Reason.ATTACHMENT_TOO_LARGE, letter);
            case Enclosure.ContactList list -> {
                imports.add(new Import.AwaitingUpload(details, letter.at()));
                lists.put(details, list.content());
            }
        }
    }

    private void refuse(Details details, Reason reason, Letter letter) {
        imports.add(new Import.Failed(details, ListFile.NONE, Failure.of(reason), letter.at()));
    }

    private static Details details(Mailbox mailbox, Letter letter, int number, String file) {
        return new Details(
                ImportId.of(letter.at(), "mail", letter.id(), mailbox.token(), Integer.toString(number)),
                mailbox.campaign().workspace(),
                new Target.InCampaign(mailbox.campaign().id()),
                Source.EMAIL,
                file,
                String.join(", ", letter.from()),
                Options.USUAL,
                letter.at());
    }

    private void reply(Mailbox mailbox, Letter letter, String text) {
        if (letter.automatic()) return;
        letter.sender()
                .ifPresent(sender -> replies.send(
                        letter.id() + "#" + mailbox.campaign().id(), sender, "Re: " + letter.subject(), text));
    }

    private static String summary(List<Enclosure> enclosures) {
        return enclosures.stream()
                .map(enclosure -> switch (enclosure) {
                    case Enclosure.ContactList list -> list.file() + ": received, the import has begun.";
                    case Enclosure.TooLarge large ->
                        large.file() + ": not imported. "
                                + Failure.of(Reason.ATTACHMENT_TOO_LARGE).message();
                })
                .collect(Collectors.joining("\n"));
    }
}
