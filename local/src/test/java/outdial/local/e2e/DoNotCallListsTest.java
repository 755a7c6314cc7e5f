package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// Lists of numbers that nobody may call, from the bucket to the calls that are not made.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DoNotCallListsTest {
    private Deployment outdial;

    @BeforeEach
    void deploy() throws IOException {
        outdial = Deployment.with(People.all(Personas.LISTENS));
    }

    @AfterEach
    void stop() {
        outdial.close();
    }

    @Test
    void people_who_wait_in_a_campaign_are_not_called_once_their_number_is_in_a_dropped_list() throws IOException {
        String campaign = outdial.campaign(4, Map.of());
        outdial.drop(campaign, Lists.of(6));

        JsonNode imported = outdial.drop("do-not-call", "202,5550101\n202,5550103\n2025550103,\n12,\n");
        outdial.start(campaign);
        outdial.awaitCompleted(campaign);

        assertThat(imported.path("list").asText()).isEqualTo("DO_NOT_CALL");
        assertThat(imported.path("counts").path("imported").asInt()).isEqualTo(2);
        assertThat(imported.path("counts").path("duplicatesInFile").asInt()).isEqualTo(1);
        assertThat(imported.path("counts").path("invalid").asInt()).isEqualTo(1);
        assertThat(outdial.ledger().callsTo(Lists.phone(0))).isEmpty();
        assertThat(outdial.ledger().callsTo(Lists.phone(2))).isEmpty();
        assertThat(outdial.ledger().calls()).hasSize(4);
        assertThat(outdial.api
                        .get("/do-not-call/" + Lists.phone(0))
                        .path("reason")
                        .asText())
                .isEqualTo("in the list list.csv");
    }
}
