package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Drops a list into S3 and waits for what the import makes of it.
final class ListDrop {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Stage stage;
    private final String campaign;

    ListDrop(Stage stage, String campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    /// What became of a dropped list.
    sealed interface Dropped {
        /// @param place where the list was put, `s3://...`
        record Imported(String place, Summary.Listed rows) implements Dropped {}

        /// @param why the import's own message
        record Refused(String why) implements Dropped {}
    }

    Dropped drop(Path list) throws IOException {
        String place = stage.drop(list, campaign);
        Patience patience = new Patience("the list is imported");
        while (true) {
            JsonNode imported =
                    stage.api().get("/imports?limit=1").path("items").path(0);
            switch (imported.path("status").asText()) {
                case "COMPLETED" -> {
                    return new Dropped.Imported(place, listed(imported.path("counts")));
                }
                case "FAILED" -> {
                    return new Dropped.Refused(
                            imported.path("failure").path("message").asText());
                }
                default -> patience.pause(imported, PAUSE);
            }
        }
    }

    private static Summary.Listed listed(JsonNode counts) {
        return new Summary.Listed(
                counts.path("rows").asInt(),
                counts.path("imported").asInt(),
                duplicates(counts),
                counts.path("invalid").asInt(),
                counts.path("doNotCall").asInt());
    }

    /// Wherever the same person was met before.
    private static int duplicates(JsonNode counts) {
        return counts.path("duplicatesInFile").asInt()
                + counts.path("duplicatesInCampaign").asInt()
                + counts.path("duplicatesInAddressBook").asInt();
    }
}
