package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import outdial.local.LocalStack;
import outdial.local.demo.Api;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.NetworkFaults.Deliveries;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;
import outdial.local.telephony.Quotas;

/// Whatever goes wrong between the parts: nobody is called twice for one attempt, nothing is lost.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DisturbancesTest {
    @Test
    void messages_and_events_that_come_twice_change_nothing() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            String campaign = outdial.campaign(5, Map.of());
            for (String queue : List.of("dispatch", "dial", "call-events", "import-chunks")) {
                outdial.cloud.faults().duplicate("outdial-" + queue);
            }
            outdial.network.faults().deliver(Deliveries.TWICE_AT_ONCE);

            outdial.drop(campaign, Lists.of(20));
            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 5, Map.of());
            assertThat(outdial.ledger().calls()).hasSize(20);
        }
    }

    @Test
    void orders_and_reports_that_are_lost_heal_when_their_leases_end() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            String campaign = outdial.campaign(3, Map.of());
            outdial.drop(campaign, Lists.of(10));
            outdial.cloud.faults().swallow("outdial-dial", 2);
            outdial.start(campaign);
            outdial.awaitCalls(8);

            outdial.leasesEnd();
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 3, Map.of());
            assertThat(outdial.ledger().calls()).hasSize(10);
        }
    }

    @Test
    void a_call_whose_end_nobody_reports_counts_as_an_attempt_and_is_tried_again() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            String campaign = outdial.campaign(1, Map.of());
            outdial.drop(campaign, Lists.of(1));
            outdial.cloud.faults().swallow("outdial-call-events", 1);
            outdial.start(campaign);
            Patiently.until(
                    "the call is over",
                    () -> outdial.ledger().calls().size() == 1
                            && outdial.ledger().active() == 0);

            outdial.leasesEnd();
            outdial.awaitCompleted(campaign);

            assertThat(outdial.ledger().calls()).hasSize(2);
            assertThat(outdial.api.all("/campaigns/" + campaign + "/calls"))
                    .extracting(call -> call.path("outcome").asText())
                    .containsExactlyInAnyOrder("UNKNOWN", "INTERESTED");
        }
    }

    @Test
    void a_carrier_that_throttles_costs_nobody_an_attempt() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.LISTENS), new Quotas(2, 100))) {
            String campaign = outdial.campaign(10, Map.of());
            outdial.drop(campaign, Lists.of(12));

            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            assertThat(outdial.ledger().refusals()).isNotEmpty();
            assertThat(outdial.ledger().calls()).hasSize(12);
            outdial.assertBooksAgree(campaign, 10, Map.of());
            assertThat(outdial.api.all("/campaigns/" + campaign + "/contacts"))
                    .extracting(contact -> contact.path("attempts").asInt())
                    .containsOnly(1);
        }
    }

    @Test
    void who_says_stop_in_a_call_is_called_by_no_campaign_again() throws IOException {
        People people = People.all(Personas.BUSY).with(Lists.phone(0), Personas.OPTS_OUT);
        try (Deployment outdial = Deployment.with(people)) {
            String first = outdial.campaign(1, Map.of());
            String second = outdial.campaign(1, Map.of("name", "Vaccinations"));
            outdial.drop(first, Lists.of(1));
            outdial.drop(second, Lists.of(1));

            outdial.start(first);
            outdial.awaitCompleted(first);
            outdial.start(second);
            outdial.awaitCompleted(second);

            assertThat(outdial.ledger().callsTo(Lists.phone(0))).hasSize(1);
            assertThat(outdial.api.all("/campaigns/" + second + "/contacts"))
                    .extracting(contact -> contact.path("status").asText())
                    .containsExactly("DO_NOT_CALL");
            assertThat(outdial.api
                            .get("/do-not-call/" + Api.escaped(Lists.phone(0)))
                            .path("source")
                            .asText())
                    .isEqualTo("CALL");
        }
    }

    @Test
    void a_number_put_on_the_list_in_mid_campaign_is_not_called_any_more() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.LISTENS))) {
            String campaign = outdial.campaign(1, Map.of());
            outdial.drop(campaign, Lists.of(15));
            outdial.start(campaign);
            outdial.awaitCalls(2);
            List<String> called =
                    outdial.ledger().calls().stream().map(CallRecord::to).toList();
            List<String> others = IntStream.range(0, 15)
                    .mapToObj(Lists::phone)
                    .filter(phone -> !called.contains(phone))
                    .toList();

            outdial.api.post("/do-not-call", Map.of("phones", others, "reason", "asked by letter"));
            Instant listed = outdial.clock.instant();
            outdial.awaitCompleted(campaign);

            assertThat(outdial.ledger().calls())
                    .filteredOn(call -> others.contains(call.to()))
                    .allMatch(call -> call.placedAt().isBefore(listed));
            List<String> reached =
                    outdial.ledger().calls().stream().map(CallRecord::to).toList();
            assertThat(outdial.api.all("/campaigns/" + campaign + "/contacts"))
                    .filteredOn(
                            contact -> !reached.contains(contact.path("phone").asText()))
                    .isNotEmpty()
                    .allMatch(contact -> contact.path("status").asText().equals("DO_NOT_CALL"));
        }
    }

    @Test
    void a_paused_campaign_calls_nobody_and_goes_on_where_it_stopped() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.LISTENS))) {
            String campaign = outdial.campaign(2, Map.of());
            outdial.drop(campaign, Lists.of(12));
            outdial.start(campaign);
            outdial.awaitCalls(3);

            outdial.api.post("/campaigns/" + campaign + "/pause");
            Instant paused = outdial.clock.instant();
            Patiently.until(
                    "the calls in progress are over",
                    () -> outdial.ledger().active() == 0 && allAtRest(outdial, campaign));
            int before = outdial.ledger().calls().size();
            for (int tick = 0; tick < 3; tick++) outdial.cloud.runScheduleNow("Tick");

            assertThat(outdial.ledger().calls()).hasSize(before);
            // Who was past the last look at the campaign: no more than there are slots.
            assertThat(outdial.ledger().calls())
                    .filteredOn(call -> call.placedAt().isAfter(paused))
                    .hasSizeLessThanOrEqualTo(2);
            outdial.api.post("/campaigns/" + campaign + "/resume");
            outdial.awaitCompleted(campaign);
            assertThat(outdial.ledger().calls()).hasSize(12);
            outdial.assertBooksAgree(campaign, 2, Map.of());
        }
    }

    @Test
    void calls_start_as_far_apart_as_the_throttle_says() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.LISTENS))) {
            String campaign = outdial.campaign(5, Map.of("throttleMillis", 300));
            outdial.drop(campaign, Lists.of(8));

            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            List<Instant> starts = outdial.api.all("/campaigns/" + campaign + "/calls").stream()
                    .map(call -> Instant.parse(call.path("startedAt").asText()))
                    .sorted()
                    .toList();
            assertThat(IntStream.range(1, starts.size())
                            .mapToObj(n -> Duration.between(starts.get(n - 1), starts.get(n))))
                    .hasSize(7)
                    .allMatch(gap -> gap.compareTo(Duration.ofMillis(300)) >= 0);
            assertThat(outdial.ledger().calls()).hasSize(8);
        }
    }

    @Test
    void a_machine_that_loses_power_in_mid_campaign_loses_nothing_and_calls_nobody_twice(@TempDir Path data)
            throws IOException {
        MovableClock clock = new MovableClock();
        People people = People.all(Personas.INTERESTED);
        String campaign;
        try (Deployment outdial = Deployment.keptIn(data, people, clock)) {
            campaign = outdial.campaign(3, Map.of());
            outdial.drop(campaign, Lists.of(15));
            outdial.start(campaign);
            outdial.awaitCalls(5);
            outdial.cloud.kill();
        }

        clock.advance(Duration.ofMinutes(20));
        try (Deployment outdial = Deployment.keptIn(data, people, clock)) {
            outdial.awaitCompleted(campaign);

            assertThat(outdial.ledger().overlapping()).isEmpty();
            List<String> called = outdial.ledger().calls().stream()
                    .flatMap(call -> call.request().attemptId().stream())
                    .toList();
            assertThat(called).doesNotHaveDuplicates();
            List<JsonNode> attempts = outdial.api.all("/campaigns/" + campaign + "/calls");
            assertThat(attempts)
                    .extracting(attempt -> attempt.path("attemptId").asText())
                    .containsAll(called);
            // What was lost with the power, a report or the carrier's answer, ends with its lease as UNKNOWN.
            assertThat(attempts)
                    .filteredOn(attempt -> !attempt.path("outcome").asText().equals("UNKNOWN"))
                    .extracting(attempt -> attempt.path("attemptId").asText())
                    .isSubsetOf(called);
            outdial.awaitCounts(campaign, Map.of("COMPLETED", 15));
        }
    }

    /// Whether nobody is being called, or about to be.
    private static boolean allAtRest(Deployment outdial, String campaign) throws IOException {
        return outdial.api.all("/campaigns/" + campaign + "/contacts").stream()
                .map(contact -> contact.path("status").asText())
                .noneMatch(status -> status.equals("QUEUED") || status.equals("IN_PROGRESS"));
    }
}
