package outdial.functions.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.Import.AwaitingConfirmation;
import outdial.imports.Import.AwaitingUpload;
import outdial.imports.Import.Cancelled;
import outdial.imports.Import.Completed;
import outdial.imports.Import.Failed;
import outdial.imports.Import.Importing;
import outdial.imports.Import.Planning;
import outdial.imports.Import.Previewing;
import outdial.imports.Import.Undoing;
import outdial.imports.Import.Undone;
import outdial.imports.ImportId;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.Marks;
import outdial.imports.Mode;
import outdial.imports.Options;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Imports as items. `state` is the status; of the counts only those that are not zero are there.
final class ImportItems {
    private ImportItems() {}

    static Map<String, AttributeValue> key(WorkspaceId workspace, ImportId id) {
        return Item.of("owner", workspace.value()).put("item", id.value()).map();
    }

    static Map<String, AttributeValue> item(Import stored) {
        Item item = new Item();
        Details details = stored.details();
        key(details.workspace(), details.id()).forEach(item::put);
        item.put("state", stored.status())
                .put("target", details.target().name())
                .put("source", details.source().name())
                .put("file", details.file())
                .put("who", details.who())
                .put("createdAt", details.createdAt());
        options(item, details.options());
        file(item, stored.file());
        tally(stored.tally()).forEach(item::put);
        switch (stored) {
            case AwaitingUpload waiting -> item.put("until", waiting.until());
            case Planning _ -> {}
            case AwaitingConfirmation waiting -> plan(item, waiting.plan());
            case Import.Reading reading -> {
                plan(item, reading.plan());
                item.put("remaining", reading.remaining());
            }
            case Import.Over over -> {
                over.plan().ifPresent(plan -> plan(item, plan));
                item.put("finishedAt", over.finishedAt());
            }
        }
        if (stored instanceof Failed failed) failure(item, failed.failure());
        if (stored instanceof Undoing undoing) item.put("kept", undoing.kept());
        if (stored instanceof Undone undone) item.put("kept", undone.kept());
        return item.map();
    }

    private static void options(Item item, Options options) {
        item.put("mode", options.mode().name())
                .putSet("markFlags", options.marks().flags())
                .put("markSegment", options.marks().segment())
                .put("markSource", options.marks().source());
        if (options.preview()) item.put("preview", AttributeValue.fromBool(true));
        options.columns().ifPresent(columns -> ColumnItems.put(item, columns));
    }

    private static Options options(Row row) {
        return new Options(
                Mode.valueOf(row.text("mode")),
                ColumnItems.read(row),
                new Marks(row.set("markFlags"), row.textOr("markSegment", ""), row.textOr("markSource", "")),
                row.has("preview"));
    }

    private static void failure(Item item, Failure failure) {
        item.put("failure", failure.reason().name()).put("failureMessage", failure.message());
    }

    private static void file(Item item, ListFile file) {
        if (file.equals(ListFile.NONE)) return;
        item.put("key", file.key())
                .put("objectVersion", file.version())
                .put("etag", file.etag())
                .put("bytes", file.bytes())
                .put("writtenAt", file.writtenAt());
    }

    private static void plan(Item item, Import.Plan plan) {
        plan.layout().rewritten().ifPresent(text -> {
            Item rewritten = new Item();
            file(rewritten, text);
            item.put("rewritten", AttributeValue.fromM(rewritten.map()));
        });
        item.put("charset", plan.layout().charset())
                .put("delimiter", String.valueOf(plan.layout().delimiter()))
                .put(
                        "header",
                        AttributeValue.fromL(
                                plan.layout().header().stream().map(Item::text).toList()))
                .put("rows", plan.extent().rows())
                .put("chunks", plan.extent().chunks());
    }

    static Map<String, AttributeValue> tally(Tally tally) {
        Item item = new Item();
        counts(tally).forEach((name, count) -> {
            if (count > 0) item.put(name, count);
        });
        return item.map();
    }

    static Map<String, Long> counts(Tally tally) {
        return Map.of(
                "imported", tally.imported(),
                "updated", tally.updated(),
                "duplicatesInFile", tally.duplicatesInFile(),
                "duplicatesInCampaign", tally.duplicatesInCampaign(),
                "duplicatesInAddressBook", tally.duplicatesInAddressBook(),
                "doNotCall", tally.doNotCall(),
                "invalid", tally.invalid(),
                "warnings", tally.warnings());
    }

    static Import read(Row row) {
        String state = row.text("state");
        return switch (state) {
            case "AWAITING_UPLOAD" -> new AwaitingUpload(details(row), row.time("until"));
            case "PLANNING" -> new Planning(details(row), file(row));
            case "PREVIEWING" ->
                new Previewing(details(row), file(row), plan(row).orElseThrow(), remaining(row), tally(row));
            case "AWAITING_CONFIRMATION" ->
                new AwaitingConfirmation(details(row), file(row), plan(row).orElseThrow(), tally(row));
            case "IMPORTING" ->
                new Importing(details(row), file(row), plan(row).orElseThrow(), remaining(row), tally(row));
            case "COMPLETED" -> new Completed(details(row), file(row), plan(row), tally(row), row.time("finishedAt"));
            case "FAILED" ->
                new Failed(details(row), file(row), plan(row), failure(row), tally(row), row.time("finishedAt"));
            case "CANCELLED" -> new Cancelled(details(row), file(row), plan(row), tally(row), row.time("finishedAt"));
            case "UNDOING" ->
                new Undoing(
                        details(row),
                        file(row),
                        plan(row).orElseThrow(),
                        remaining(row),
                        tally(row),
                        row.numberOr("kept", 0));
            case "UNDONE" ->
                new Undone(
                        details(row),
                        file(row),
                        plan(row),
                        tally(row),
                        row.numberOr("kept", 0),
                        row.time("finishedAt"));
            default -> throw new IllegalStateException("import " + row.text("item") + " in unknown state " + state);
        };
    }

    private static Details details(Row row) {
        return new Details(
                new ImportId(row.text("item")),
                new WorkspaceId(row.text("owner")),
                Target.parse(row.text("target")),
                Source.valueOf(row.text("source")),
                row.textOr("file", ""),
                row.textOr("who", ""),
                options(row),
                row.time("createdAt"));
    }

    private static ListFile file(Row row) {
        return row.has("key")
                ? new ListFile(
                        row.text("key"),
                        row.textOr("objectVersion", ""),
                        row.textOr("etag", ""),
                        row.number("bytes"),
                        row.time("writtenAt"))
                : ListFile.NONE;
    }

    private static int remaining(Row row) {
        return Math.toIntExact(row.number("remaining"));
    }

    /// Of an import that got so far.
    private static Optional<Import.Plan> plan(Row row) {
        if (!row.has("charset")) return Optional.empty();
        Import.Extent extent = new Import.Extent(row.number("rows"), Math.toIntExact(row.number("chunks")));
        return Optional.of(new Import.Plan(layout(row), extent));
    }

    private static Layout layout(Row row) {
        List<String> header = row.texts("header");
        return new Layout(
                row.text("charset"),
                row.text("delimiter").charAt(0),
                header,
                row.part("rewritten").map(ImportItems::file));
    }

    private static Failure failure(Row row) {
        return new Failure(Failure.Reason.valueOf(row.text("failure")), row.text("failureMessage"));
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.numberOr("imported", 0),
                row.numberOr("updated", 0),
                row.numberOr("duplicatesInFile", 0),
                row.numberOr("duplicatesInCampaign", 0),
                row.numberOr("duplicatesInAddressBook", 0),
                row.numberOr("doNotCall", 0),
                row.numberOr("invalid", 0),
                row.numberOr("warnings", 0));
    }
}
