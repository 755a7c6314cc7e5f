package outdial.functions.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Status;
import outdial.export.Export;
import outdial.export.Selection;
import outdial.functions.sqs.ExportMessage;
import outdial.imports.ImportId;

/// Lists as CSV.
final class ExportEndpoints {
    private static final int LONGEST_ID = 100;
    private static final String EXPIRED = "EXPIRED";

    private final CampaignLookup lookup;
    private final Ports.Files files;
    private final InstantSource clock;

    ExportEndpoints(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.files = ports.files();
        this.clock = ports.clock();
    }

    /// `url` while the file is there; in a list there is none. `why` where it failed.
    record ExportJson(
            String id,
            Selection.Kind kind,
            Optional<String> campaignId,
            Optional<Status> contactStatus,
            String status,
            String who,
            Instant createdAt,
            Optional<Instant> finishedAt,
            Optional<Instant> expiresAt,
            long rows,
            Optional<String> why,
            Optional<String> url) {}

    Answer create(Request request) {
        Fields body = request.body("kind", "campaignId", "status");
        Export.Details details = new Export.Details(
                // Ids of imports are in order of time, and so are these.
                ImportId.of(request.time(), "export", request.workspace().value(), Ids.of(request))
                        .value(),
                request.workspace(),
                selection(request, body),
                request.who().keyId(),
                request.time());
        // False where this request came before, and died before its message was sent.
        var _ = files.exports().add(new Export.Writing(details));
        files.queue().accept(new ExportMessage(request.workspace().value(), details.id()));
        return Answer.created("/v1/exports/" + details.id(), json(new Export.Writing(details), Optional.empty()));
    }

    private Selection selection(Request request, Fields body) {
        Selection.Kind kind = body.choice("kind", Selection.Kind.class);
        if (kind != Selection.Kind.ENROLLMENTS && body.has("status")) {
            throw body.refused("status", "is only for the kind ENROLLMENTS");
        }
        return switch (kind) {
            case CONTACTS -> withoutCampaign(body, new Selection.Contacts());
            case DO_NOT_CALL -> withoutCampaign(body, new Selection.DoNotCall());
            case CALLS -> new Selection.Calls(campaign(request, body));
            case ENROLLMENTS ->
                new Selection.Enrollments(
                        campaign(request, body),
                        body.has("status") ? Optional.of(body.choice("status", Status.class)) : Optional.empty());
        };
    }

    private static Selection withoutCampaign(Fields body, Selection selection) {
        if (body.has("campaignId")) throw body.refused("campaignId", "is only for the kinds ENROLLMENTS and CALLS");
        return selection;
    }

    private CampaignId campaign(Request request, Fields body) {
        CampaignId id = new CampaignId(body.text("campaignId", LONGEST_ID));
        return lookup.find(new CampaignRef(request.workspace(), id)).ref().id();
    }

    Answer list(Request request) {
        return request.answer(
                files.exports().list(request.workspace(), request.page()).map(one -> json(one, Optional.empty())));
    }

    Answer read(Request request) {
        Export export = files.exports()
                .find(request.workspace(), request.id("exportId"))
                .orElseThrow(() ->
                        Refusal.notFound("This workspace has no export with this id; GET /v1/exports lists them."));
        boolean there = export instanceof Export.Completed completed && !completed.isExpired(clock.instant());
        return Answer.ok(json(
                export, there ? Optional.of(files.files().link(export.details()).toString()) : Optional.empty()));
    }

    private ExportJson json(Export export, Optional<String> url) {
        Export.Details details = export.details();
        Optional<Export.Completed> completed =
                export instanceof Export.Completed one ? Optional.of(one) : Optional.empty();
        Optional<Export.Failed> failed = export instanceof Export.Failed one ? Optional.of(one) : Optional.empty();
        boolean expired =
                completed.filter(one -> one.isExpired(clock.instant())).isPresent();
        return new ExportJson(
                details.id(),
                details.selection().kind(),
                campaign(details.selection()).map(CampaignId::value),
                details.selection() instanceof Selection.Enrollments some ? some.status() : Optional.empty(),
                expired ? EXPIRED : export.status(),
                details.who(),
                details.createdAt(),
                completed.map(Export.Completed::finishedAt).or(() -> failed.map(Export.Failed::finishedAt)),
                completed.map(Export.Completed::expiresAt),
                export.rows(),
                failed.map(Export.Failed::why),
                url);
    }

    private static Optional<CampaignId> campaign(Selection selection) {
        return switch (selection) {
            case Selection.Contacts _, Selection.DoNotCall _ -> Optional.empty();
            case Selection.Enrollments some -> Optional.of(some.campaign());
            case Selection.Calls some -> Optional.of(some.campaign());
        };
    }
}
