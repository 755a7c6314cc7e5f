package outdial.imports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells those who mailed lists what became of them.
public final class Replies {
    /// A link signed by a function is good for as long as the function's own rights, which is a few hours.
    private static final Duration LINK_GOOD_FOR = Duration.ofHours(6);

    private final Correspondence correspondence;
    private final MailQueue queue;
    private final Links links;

    public Replies(Correspondence correspondence, MailQueue queue, Links links) {
        this.correspondence = correspondence;
        this.queue = queue;
        this.links = links;
    }

    /// Sends the result of an import that is over to whoever waits for it; once, however often it is told to.
    void tell(Import now) {
        Details details = now.details();
        if (details.source() != Source.EMAIL) return;
        result(now)
                .ifPresent(text -> correspondence
                        .addressee(details.id())
                        .ifPresent(who -> queue.send("import#" + details.id(), who, text)));
    }

    /// What became of an import; empty where it is not over.
    Optional<String> result(Import now) {
        return switch (now) {
            case Import.AwaitingUpload _, Import.Planning _, Import.AwaitingConfirmation _ -> Optional.empty();
            case Import.Reading _, Import.Cancelled _, Import.Undone _ -> Optional.empty();
            case Import.Completed completed -> Optional.of(completed(completed));
            case Import.Failed failed -> Optional.of(failed(failed));
        };
    }

    private String completed(Import.Completed import_) {
        Tally tally = import_.tally();
        String counts = import_.details().file() + ": " + (tally.imported() + tally.updated()) + " of " + tally.rows()
                + " rows were imported.\n" + counts(tally);
        return tally.imported() + tally.updated() == tally.rows() ? counts : counts + report(import_.details());
    }

    private static String failed(Import.Failed import_) {
        String what = import_.tally().rows() == 0
                ? ": not imported. "
                : ": the import stopped after " + import_.tally().rows() + " rows, of which "
                        + import_.tally().imported() + " were imported. ";
        return import_.details().file() + what + import_.failure().message() + "\n";
    }

    private static String counts(Tally tally) {
        return Stream.of(
                        new Count("brought contacts on file up to date", tally.updated()),
                        new Count("repeated in the list", tally.duplicatesInFile()),
                        new Count("in the campaign before", tally.duplicatesInCampaign()),
                        new Count("in the address book before", tally.duplicatesInAddressBook()),
                        new Count("on the do-not-call list", tally.doNotCall()),
                        new Count("invalid", tally.invalid()),
                        new Count("imported without a cell that was wrong", tally.warnings()))
                .filter(count -> count.rows() > 0)
                .map(count -> "  " + count.what() + ": " + count.rows() + "\n")
                .collect(Collectors.joining());
    }

    private record Count(String what, long rows) {}

    private String report(Details details) {
        return String.join(
                "\n",
                List.of(
                        "",
                        "The report has every row that was not imported, with what was wrong. It can be mended and mailed back:",
                        links.report(details, LINK_GOOD_FOR).toString(),
                        "The link is good for a few hours; afterwards GET /v1/imports/" + details.id()
                                + "/report gives a new one.",
                        ""));
    }
}
