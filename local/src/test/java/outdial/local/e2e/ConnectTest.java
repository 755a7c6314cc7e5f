package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.NetworkFaults.Deliveries;
import outdial.local.telephony.NetworkFaults.Failure;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// Campaigns whose caller number belongs to Amazon Connect.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ConnectTest {
    private static final String PEOPLE = """
            seed 7
            mix listens 40, interested 15, opts-out 8, hangs-up 5, busy 10, no-answer 13, invalid 3, rejected 3
            """;

    @Test
    void twenty_people_are_called_by_amazon_connect_and_the_books_equal_the_ledger() throws IOException {
        try (Deployment outdial = Deployment.with(People.parse(PEOPLE))) {
            outdial.network.faults().deliver(Deliveries.TWICE_IN_TURN);
            String campaign = campaign(outdial, 4);
            outdial.drop(campaign, Lists.of(20));

            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 4, Map.of());
            assertThat(outdial.ledger().calls())
                    .hasSizeGreaterThanOrEqualTo(20)
                    .extracting(call -> call.request().applicationId())
                    .containsOnly("connect/general");
            assertThat(outdial.ledger().functionFailures()).isEmpty();
        }
    }

    @Test
    void a_call_whose_end_was_never_told_is_looked_up_and_ends_as_it_did() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            outdial.network.faults().loseHangups();
            String campaign = campaign(outdial, 2);
            outdial.drop(campaign, Lists.of(2));
            outdial.start(campaign);
            outdial.awaitCalls(2);
            Patiently.until(
                    "both calls are over",
                    () -> outdial.ledger().calls().stream()
                            .allMatch(call -> call.ending().isPresent()));

            outdial.leasesEnd();
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 2, Map.of());
            assertThat(outdial.ledger().calls()).hasSize(2);
            for (JsonNode attempt : outdial.api.all("/campaigns/" + campaign + "/calls")) {
                assertThat(attempt.path("outcome").asText()).isEqualTo("INTERESTED");
            }
        }
    }

    @Test
    void a_request_whose_answer_was_lost_calls_nobody_twice() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.LISTENS))) {
            outdial.network.faults().failNextCalls(1, Failure.SERVICE_FAILURE_BUT_PLACED);
            outdial.network.faults().failNextCalls(1, Failure.THROTTLED);
            String campaign = campaign(outdial, 2);
            outdial.drop(campaign, Lists.of(3));

            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 2, Map.of());
            assertThat(outdial.ledger().calls()).extracting(CallRecord::to).doesNotHaveDuplicates();
        }
    }

    private static String campaign(Deployment outdial, int concurrency) throws IOException {
        String campaign = outdial.campaign(concurrency, Map.of());
        outdial.callBy("amazon-connect");
        return campaign;
    }
}
