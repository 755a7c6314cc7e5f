package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;

/// From a list in S3 to the last call.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class MainJobTest {
    /// Without carrier errors, after which Outdial would pause for half a minute.
    private static final String PEOPLE = """
            seed 7
            mix listens 40, interested 15, opts-out 5, hangs-up 5, voicemail 8, busy 10, no-answer 13, invalid 2, rejected 2
            """;

    private Deployment outdial;

    @BeforeEach
    void deploy() throws IOException {
        outdial = Deployment.with(People.parse(PEOPLE));
    }

    @AfterEach
    void stop() {
        outdial.close();
    }

    @Test
    void a_list_is_imported_called_and_completed_and_the_books_equal_the_ledger() throws IOException {
        String campaign = outdial.campaign(4, Map.of());
        Instant listed = Instant.now();
        outdial.api.post("/do-not-call", Map.of("phone", Lists.phone(0), "reason", "asked by letter"));
        String csv = Lists.of(40) + "Twin," + Lists.phone(5) + "\nNobody,12345\n";

        JsonNode imported = outdial.drop(campaign, csv);
        outdial.start(campaign);
        outdial.awaitCompleted(campaign);

        assertThat(imported.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(counts(imported)).isEqualTo(List.of(42, 39, 1, 1, 1));
        outdial.assertBooksAgree(campaign, 4, Map.of(Lists.phone(0), listed));
        assertThat(outdial.ledger().maxConcurrent()).isBetween(2, 4);
        Patiently.until(
                "everybody is counted",
                () -> outdial.progress(campaign).path("percent").asInt() == 100);
        assertThat(outdial.progress(campaign).path("total").asInt()).isEqualTo(39);
    }

    @Test
    void contacts_added_by_the_api_are_called_like_imported_ones() throws IOException {
        String campaign = outdial.campaign(2, Map.of());
        outdial.start(campaign);

        outdial.api.post(
                "/campaigns/" + campaign + "/contacts",
                Map.of("contacts", List.of(Map.of("phone", Lists.phone(1)), Map.of("phone", Lists.phone(2)))));
        outdial.awaitCompleted(campaign);

        outdial.assertBooksAgree(campaign, 2, Map.of());
        assertThat(outdial.ledger().callsTo(Lists.phone(1))).isNotEmpty();
        assertThat(outdial.ledger().callsTo(Lists.phone(2))).isNotEmpty();
    }

    private static List<Integer> counts(JsonNode imported) {
        JsonNode counts = imported.path("counts");
        return List.of(
                counts.path("rows").asInt(),
                counts.path("imported").asInt(),
                counts.path("duplicatesInFile").asInt(),
                counts.path("doNotCall").asInt(),
                counts.path("invalid").asInt());
    }
}
