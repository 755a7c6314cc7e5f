package outdial.functions.api;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignId;
import outdial.campaign.Campaigns;
import outdial.functions.json.CountsJson;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Mode;
import outdial.imports.Source;
import outdial.imports.Target;
import outdial.imports.Uploads;

/// Lists that are uploaded, and the history of all imports.
final class ImportEndpoints {
    private static final int LONGEST_FILE_NAME = 200;

    private final ImportTargets targets;
    private final Ports.Doors doors;

    ImportEndpoints(Campaigns campaigns, Ports.Doors doors) {
        this.targets = new ImportTargets(new CampaignLookup(campaigns));
        this.doors = doors;
    }

    /// `PUT` the list to `uploadUrl` with these headers before `expiresAt`; the import begins by itself.
    record UploadJson(String importId, String uploadUrl, Map<String, String> headers, Instant expiresAt) {}

    record ReportJson(String url) {}

    record ImportJson(
            String id,
            String status,
            ImportTargets.Kind list,
            Optional<String> campaignId,
            Source source,
            Optional<String> fileName,
            String who,
            Mode mode,
            Instant createdAt,
            Optional<Instant> finishedAt,
            CountsJson counts,
            Optional<Long> kept,
            Optional<Failure> failure) {
        static ImportJson of(Import one) {
            Details details = one.details();
            return new ImportJson(
                    details.id().value(),
                    one.status(),
                    ImportTargets.Kind.of(details.target()),
                    details.target().campaign().map(CampaignId::value),
                    details.source(),
                    Optional.of(details.file()).filter(name -> !name.isEmpty()),
                    details.who(),
                    details.options().mode(),
                    details.createdAt(),
                    finishedAt(one),
                    CountsJson.of(one),
                    kept(one),
                    one instanceof Import.Failed failed ? Optional.of(failed.failure()) : Optional.empty());
        }

        private static Optional<Long> kept(Import one) {
            return one instanceof Import.Undone undone ? Optional.of(undone.kept()) : Optional.empty();
        }

        private static Optional<Instant> finishedAt(Import one) {
            return one instanceof Import.Over over ? Optional.of(over.finishedAt()) : Optional.empty();
        }
    }

    Answer create(Request request) {
        Fields body = request.body(
                "fileName",
                ImportTargets.CAMPAIGN,
                ImportTargets.LIST,
                OptionsReader.MODE,
                OptionsReader.COLUMNS,
                OptionsReader.OTHERS,
                OptionsReader.FLAGS,
                OptionsReader.SEGMENT,
                OptionsReader.SOURCE,
                OptionsReader.PREVIEW);
        Target target = targets.of(request, body);
        ImportId id = ImportId.of(request.time(), "upload", request.workspace().value(), Ids.of(request));
        Uploads.Request wanted = new Uploads.Request(
                id,
                request.workspace(),
                target,
                body.text("fileName", LONGEST_FILE_NAME),
                request.who().keyId(),
                OptionsReader.read(body));
        return switch (doors.uploads().ask(wanted)) {
            case Uploads.Answer.Ready(Import.AwaitingUpload waiting, URI link) ->
                Answer.created(
                        "/v1/imports/" + id, new UploadJson(id.value(), link.toString(), Map.of(), waiting.until()));
            case Uploads.Answer.Refused(Failure failure) -> throw ImportRefusals.of(failure, "fileName");
        };
    }

    Answer list(Request request) {
        return request.answer(
                doors.imports().list(request.workspace(), request.page()).map(ImportJson::of));
    }

    Answer read(Request request) {
        return Answer.ok(ImportJson.of(find(request)));
    }

    /// A redirect, so that `curl -L` and a browser's link save the file.
    Answer report(Request request) {
        Import one = find(request);
        boolean reported = one instanceof Import.Completed || one instanceof Import.AwaitingConfirmation;
        if (!reported) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "The import is " + one.status()
                            + "; only one that is COMPLETED or AWAITING_CONFIRMATION has a report.");
        }
        String url = doors.links().report(one.details()).toString();
        return Answer.elsewhere(url, new ReportJson(url));
    }

    Import find(Request request) {
        return Optional.of(request.id("importId"))
                .filter(ImportId::valid)
                .flatMap(id -> doors.imports().find(request.workspace(), new ImportId(id)))
                .orElseThrow(ImportEndpoints::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("This workspace has no import with this id; GET /v1/imports lists them.");
    }
}
