package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// A cloud at a time that was chosen: hours, events and the phone network go by it, signatures by the machine's.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ChosenTimeTest {
    private static final Map<String, ?> WORKING_HOURS = Map.of(
            "timeZone",
            "America/New_York",
            "days",
            List.of("MON", "TUE", "WED", "THU", "FRI"),
            "start",
            "09:00",
            "end",
            "17:00");

    @Test
    void people_are_called_in_the_hours_of_that_time() throws IOException {
        Instant mondayNoon = Instant.parse("2031-06-30T16:00:00Z");
        try (Deployment outdial = Deployment.at(mondayNoon, People.all(Personas.LISTENS))) {
            String campaign = outdial.campaign(2, Map.of("window", WORKING_HOURS));

            outdial.drop(campaign, Lists.of(3));
            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 2, Map.of());
            assertThat(outdial.ledger().calls())
                    .hasSize(3)
                    .allMatch(call -> call.placedAt().isAfter(mondayNoon)
                            && call.placedAt().isBefore(mondayNoon.plusSeconds(3600)));
        }
    }

    @Test
    void nobody_is_called_when_that_time_is_outside_of_the_hours() throws IOException {
        try (Deployment outdial = Deployment.at(Instant.parse("2031-06-29T16:00:00Z"), People.all(Personas.LISTENS))) {
            String campaign = outdial.campaign(2, Map.of("window", WORKING_HOURS));
            outdial.drop(campaign, Lists.of(1));

            outdial.start(campaign);

            var progress = outdial.progress(campaign);
            assertThat(progress.path("waitingFor").asText()).isEqualTo("HOURS");
            assertThat(progress.path("nextOpeningAt").asText()).isEqualTo("2031-06-30T13:00:00Z");
            assertThat(outdial.ledger().calls()).isEmpty();
        }
    }

    @Test
    void events_tell_of_that_time() throws IOException {
        Instant mondayNoon = Instant.parse("2031-06-30T16:00:00Z");
        try (Deployment outdial = Deployment.at(mondayNoon, People.all(Personas.LISTENS));
                Receiver crm = new Receiver(0)) {
            outdial.api.post("/webhooks", Map.of("url", crm.url()));

            outdial.api.post("/do-not-call", Map.of("phone", Lists.phone(1), "reason", "asked by letter"));
            Patiently.until("it is told", () -> !crm.told("contact.opted_out").isEmpty());

            Receiver.Told told = crm.told("contact.opted_out").getFirst();
            Instant added = Instant.parse(told.data().path("addedAt").asText());
            assertThat(Instant.parse(told.event().path("timestamp").asText()))
                    .isBetween(added.minusSeconds(1), added.plusSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-02-29T12:00:00Z", "2036-02-29T12:00:00Z"})
    void an_upload_link_works_in_the_past_and_in_the_future(String now) throws Exception {
        try (Deployment outdial = Deployment.at(Instant.parse(now), People.all(Personas.LISTENS));
                HttpClient http = HttpClient.newHttpClient()) {
            String campaign = outdial.campaign(1, Map.of());
            var upload = outdial.api.post("/imports", Map.of("campaignId", campaign, "fileName", "people.csv"));

            int status = http.send(
                            HttpRequest.newBuilder(
                                            URI.create(upload.path("uploadUrl").asText()))
                                    .PUT(BodyPublishers.ofString(Lists.of(1)))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();

            assertThat(status).isEqualTo(200);
            String imported = "/imports/" + upload.path("importId").asText();
            Patiently.until(
                    "the list is imported",
                    () -> outdial.api.get(imported).path("status").asText().equals("COMPLETED"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2016-02-29T12:00:00Z, DISABLED", "2036-02-29T12:00:00Z, ENABLED"})
    void what_is_kept_for_a_day_is_not_gone_at_once_in_the_past(Instant now, String expiry) throws IOException {
        try (Deployment outdial = Deployment.at(now, People.all(Personas.LISTENS));
                var tables = outdial.cloud.clients().dynamoDb()) {
            assertThat(tables.describeTimeToLive(table -> table.tableName("outdial-Idempotency"))
                            .timeToLiveDescription()
                            .timeToLiveStatusAsString())
                    .isEqualTo(expiry);
        }
    }
}
