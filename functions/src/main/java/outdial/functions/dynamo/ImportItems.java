package outdial.functions.dynamo;

import java.util.List;
import java.util.Map;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.Import.AwaitingUpload;
import outdial.imports.Import.Completed;
import outdial.imports.Import.Failed;
import outdial.imports.Import.Importing;
import outdial.imports.Import.Planning;
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
            case Importing importing -> importing(item, importing);
            case Completed completed -> item.put("finishedAt", completed.finishedAt());
            case Failed failed -> ending(failed).forEach(item::put);
        }
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

    private static Map<String, AttributeValue> ending(Failed failed) {
        return Item.of("finishedAt", failed.finishedAt().toString())
                .put("failure", failed.failure().reason().name())
                .put("failureMessage", failed.failure().message())
                .map();
    }

    private static void file(Item item, ListFile file) {
        if (file.equals(ListFile.NONE)) return;
        item.put("key", file.key())
                .put("objectVersion", file.version())
                .put("etag", file.etag())
                .put("bytes", file.bytes())
                .put("writtenAt", file.writtenAt());
    }

    private static void importing(Item item, Importing importing) {
        importing.layout().rewritten().ifPresent(text -> {
            Item rewritten = new Item();
            file(rewritten, text);
            item.put("rewritten", AttributeValue.fromM(rewritten.map()));
        });
        item.put("charset", importing.layout().charset())
                .put("delimiter", String.valueOf(importing.layout().delimiter()))
                .put(
                        "header",
                        AttributeValue.fromL(importing.layout().header().stream()
                                .map(Item::text)
                                .toList()))
                .put("rows", importing.extent().rows())
                .put("chunks", importing.extent().chunks())
                .put("remaining", importing.remaining());
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
            case "IMPORTING" ->
                new Importing(
                        details(row),
                        file(row),
                        layout(row),
                        new Import.Extent(row.number("rows"), Math.toIntExact(row.number("chunks"))),
                        Math.toIntExact(row.number("remaining")),
                        tally(row));
            case "COMPLETED" -> new Completed(details(row), file(row), tally(row), row.time("finishedAt"));
            case "FAILED" -> new Failed(details(row), file(row), failure(row), tally(row), row.time("finishedAt"));
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
