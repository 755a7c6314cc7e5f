package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.contact.EmailAddress;
import outdial.imports.Correspondence.Addressee;
import outdial.imports.Correspondence.Arrival;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;

/// Takes lists that come by mail: puts each where an upload would have put it, so that it goes the way of all
/// lists. Only mail that provably comes from a sender of the campaign's choice is taken, and only such mail is
/// answered: an answer to anybody else would tell strangers which addresses there are, or reach the victim of a
/// forger. The result of a list is told when its import is over; what cannot become an import is told at once.
///
/// May be told of the same letter again. A mail that is sent again, which its Message-ID tells, brings nothing
/// new and is answered with what became of it the first time.
public final class MailDoor {
    /// The import of a mail as a whole, where nothing in it could become one.
    private static final int WHOLE_MAIL = 0;

    private final Mailboxes mailboxes;
    private final Imports imports;
    private final Lists lists;
    private final Correspondence correspondence;
    private final MailQueue queue;
    private final Replies replies;

    public MailDoor(
            Mailboxes mailboxes,
            Imports imports,
            Lists lists,
            Correspondence correspondence,
            MailQueue queue,
            Replies replies) {
        this.mailboxes = mailboxes;
        this.imports = imports;
        this.lists = lists;
        this.correspondence = correspondence;
        this.queue = queue;
        this.replies = replies;
    }

    public void receive(Letter letter) {
        letter.tokens().stream()
                .distinct()
                .flatMap(token -> mailboxes.find(token).stream())
                .forEach(mailbox -> receive(new Delivery(mailbox, letter)));
    }

    /// A letter for one campaign.
    private record Delivery(Mailbox mailbox, Letter letter) {
        Arrival arrival() {
            return new Arrival(letter.id(), letter.at());
        }

        Optional<Reason> refusal() {
            if (!letter.verdicts().clean()) return Optional.of(Reason.MAIL_NOT_CLEAN);
            if (letter.from().isEmpty()) return Optional.of(Reason.MAIL_WITHOUT_SENDER);
            Optional<EmailAddress> sender = letter.sender().filter(letter.verdicts()::vouchFor);
            if (sender.isEmpty()) return Optional.of(Reason.MAIL_NOT_AUTHENTIC);
            return mailbox.senders().stream().map(Letter::spelled).anyMatch(sender.get()::equals)
                    ? Optional.empty()
                    : Optional.of(Reason.SENDER_NOT_ALLOWED);
        }

        /// Programs are not answered: two of them would never stop.
        Optional<Addressee> addressee() {
            return letter.sender()
                    .filter(_ -> !letter.automatic())
                    .map(sender -> new Addressee(sender, subject(letter.subject()), letter.answerable()));
        }

        private static String subject(String subject) {
            if (subject.isBlank()) return "Re: your list";
            return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
        }

        Details details(int number, String file) {
            return new Details(
                    id(arrival(), number),
                    mailbox.campaign().workspace(),
                    new Target.InCampaign(mailbox.campaign().id()),
                    Source.EMAIL,
                    file,
                    String.join(", ", letter.from()),
                    Options.USUAL,
                    letter.at());
        }

        ImportId id(Arrival arrival, int number) {
            return ImportId.of(arrival.at(), "mail", arrival.id(), mailbox.token(), Integer.toString(number));
        }
    }

    private void receive(Delivery mail) {
        Letter letter = mail.letter();
        Optional<Reason> refusal = mail.refusal();
        if (refusal.isPresent()) {
            refuse(mail, WHOLE_MAIL, letter.subject(), refusal.get());
            return;
        }
        Arrival first = letter.messageId()
                .map(id -> correspondence.first(OpaqueId.of(mail.mailbox().token(), id), mail.arrival()))
                .orElse(mail.arrival());
        if (first.equals(mail.arrival())) take(mail);
        else answer(mail, "This mail was received before, and nothing was imported again.\n\n" + results(mail, first));
    }

    private void take(Delivery mail) {
        List<Enclosure> enclosures = mail.letter().enclosures();
        for (int i = 0; i < enclosures.size(); i++) take(mail, i + 1, enclosures.get(i));
        if (enclosures.isEmpty()) {
            refuse(mail, WHOLE_MAIL, mail.letter().subject(), Reason.NO_ATTACHMENT);
            answer(mail, Failure.of(Reason.NO_ATTACHMENT).message() + "\n");
        }
        String refused = refused(enclosures);
        if (!refused.isEmpty()) answer(mail, refused);
    }

    /// The list is put last: the import begins when it is there.
    private void take(Delivery mail, int number, Enclosure enclosure) {
        switch (enclosure) {
            case Enclosure.Unusable(String file, Reason reason) -> refuse(mail, number, file, reason);
            case Enclosure.ContactList list -> {
                Details details = mail.details(number, list.file());
                mail.addressee()
                        .ifPresent(who -> correspondence.expect(
                                details.id(), who, mail.letter().at()));
                imports.add(new Import.AwaitingUpload(details, mail.letter().at()));
                lists.put(details, list.content());
            }
        }
    }

    private void refuse(Delivery mail, int number, String file, Reason reason) {
        imports.add(new Import.Failed(
                mail.details(number, file),
                ListFile.NONE,
                Failure.of(reason),
                mail.letter().at()));
    }

    private static String refused(List<Enclosure> enclosures) {
        return enclosures.stream()
                .flatMap(enclosure -> switch (enclosure) {
                    case Enclosure.ContactList _ -> Stream.empty();
                    case Enclosure.Unusable(String file, Reason reason) ->
                        Stream.of(file + ": not imported. " + Failure.of(reason).message() + "\n");
                })
                .collect(Collectors.joining("\n"));
    }

    private String results(Delivery mail, Arrival first) {
        return IntStream.rangeClosed(WHOLE_MAIL, mail.letter().enclosures().size())
                .mapToObj(number -> imports.find(mail.mailbox().campaign().workspace(), mail.id(first, number)))
                .flatMap(Optional::stream)
                .map(found -> replies.result(found)
                        .orElseGet(() -> found.details().file() + ": is being imported. The result follows.\n"))
                .collect(Collectors.joining("\n"));
    }

    private void answer(Delivery mail, String text) {
        String id = mail.letter().id() + "#" + mail.mailbox().campaign().id();
        mail.addressee().ifPresent(who -> queue.send(id, who, text));
    }
}
