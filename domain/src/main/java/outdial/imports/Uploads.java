package outdial.imports;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import outdial.workspace.WorkspaceId;

/// Gives out links to upload lists with. The import waits from then on, and begins when the list is there.
public final class Uploads {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /// No path, nothing that a terminal or a spreadsheet would act on.
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

    private final Imports imports;
    private final Links links;
    private final Admission admission;
    private final InstantSource clock;

    public Uploads(Books books, Links links, InstantSource clock) {
        this.imports = books.imports();
        this.links = links;
        this.admission = new Admission(books);
        this.clock = clock;
    }

    /// @param file the name of the file to come
    public record Request(
            ImportId id, WorkspaceId workspace, Target target, String file, String who, Options options) {}

    /// What became of the request.
    public sealed interface Answer {
        record Ready(Import.AwaitingUpload waiting, URI link) implements Answer {}

        record Refused(Failure failure) implements Answer {}
    }

    public Answer ask(Request request) {
        Details details = new Details(
                request.id(),
                request.workspace(),
                request.target(),
                Source.UPLOAD,
                request.file(),
                request.who(),
                request.options(),
                clock.instant());
        Optional<Failure> obstacle = FILE_NAME.matcher(request.file()).matches()
                ? admission.obstacle(details)
                : Optional.of(Failure.of(Failure.Reason.BAD_FILE_NAME));
        return obstacle.<Answer>map(Answer.Refused::new).orElseGet(() -> ready(details));
    }

    /// Where in the bucket an import waits for its list.
    public static String path(Details details) {
        return DropPath.ofUpload(details);
    }

    private Answer ready(Details details) {
        Import.AwaitingUpload waiting =
                new Import.AwaitingUpload(details, details.createdAt().plus(GOOD_FOR));
        imports.add(waiting);
        return new Answer.Ready(waiting, links.upload(details, GOOD_FOR));
    }
}
