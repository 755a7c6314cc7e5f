package outdial.functions.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.call.AttemptId;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.functions.json.Json;
import outdial.workspace.WorkspaceId;

/// The events are those of `events/ConnectEvents`, shaped like the service's own.
final class ContactEventsTest {
    private static final String INSTANCE = "8c3f1a52-0000-4000-8000-000000000001";
    private static final Instant NOW = Instant.parse("2026-11-21T15:05:03Z");

    private final ToyConnect connect = new ToyConnect();
    private final List<Ended> reports = new ArrayList<>();
    private final List<Instant> pauses = new ArrayList<>();
    private final ContactEvents events =
            new ContactEvents(new Contacts(connect.api(), INSTANCE, pauses::add, () -> NOW), reports::add);

    @AfterEach
    void close() {
        connect.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnected", "completed"})
    void the_end_of_a_call_is_reported_with_what_the_contact_says(String event) {
        connect.answering(200, "", contact("\"result\": \"INTERESTED\"", """
                "ConnectedToSystemTimestamp": 1795273480.0, "DisconnectReason": "CONTACT_FLOW_DISCONNECT\""""));

        take(event);

        assertThat(connect.asked().getFirst().line())
                .isEqualTo("GET /contacts/" + INSTANCE + "/5d1c0c3e-6a39-4c0e-9a55-0d6f6c1f0e11");
        assertThat(reports)
                .containsExactly(new Ended(
                        new AttemptId("attempt-1"),
                        new CampaignRef(new WorkspaceId("clinic"), new CampaignId("spring-checkups")),
                        new ContactId("ann"),
                        "5d1c0c3e-6a39-4c0e-9a55-0d6f6c1f0e11",
                        OptionalInt.empty(),
                        Optional.of(Instant.ofEpochSecond(1795273480)),
                        Instant.parse("2026-11-21T15:05:02.500Z"),
                        Optional.of(Outcome.INTERESTED)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TELECOM_BUSY, BUSY
            TELECOM_NUMBER_INVALID, INVALID_NUMBER
            TELECOM_POTENTIAL_BLOCKING, REJECTED
            TELECOM_UNANSWERED, NO_ANSWER
            TELECOM_TIMEOUT, NO_ANSWER
            TELECOM_ORIGINATOR_CANCEL, NO_ANSWER
            CUSTOMER_DISCONNECT, NO_ANSWER
            OUTBOUND_RESOURCE_ERROR, CARRIER_ERROR
            OUTBOUND_ATTEMPT_FAILED, CARRIER_ERROR
            TELECOM_PROBLEM, UNKNOWN
            SOMETHING_NEW, UNKNOWN
            """)
    void a_call_that_nobody_answered_ends_by_its_disconnect_reason(String reason, Outcome outcome) {
        connect.answering(200, "", contact("", "\"DisconnectReason\": \"" + reason + "\""));

        take("disconnected");

        assertThat(reports).extracting(Ended::outcome).containsExactly(outcome);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            VOICEMAIL_BEEP, VOICEMAIL
            VOICEMAIL_NO_BEEP, VOICEMAIL
            FAX_MACHINE_DETECTED, VOICEMAIL
            AMD_UNANSWERED, NO_ANSWER
            SIT_TONE_BUSY, BUSY
            SIT_TONE_INVALID_NUMBER, INVALID_NUMBER
            HUMAN_ANSWERED, COMPLETED
            AMD_UNRESOLVED_SILENCE, COMPLETED
            """)
    void a_machine_that_was_detected_is_no_conversation(String status, Outcome outcome) {
        connect.answering(200, "", contact("", """
                "ConnectedToSystemTimestamp": 1795273480.0, "AnsweringMachineDetectionStatus": "%s\"""".formatted(status)));

        take("disconnected");

        assertThat(reports).extracting(Ended::outcome).containsExactly(outcome);
    }

    @Test
    void an_end_that_comes_twice_is_reported_alike_twice() {
        connect.answering(200, "", contact("", "\"DisconnectReason\": \"TELECOM_BUSY\""))
                .answering(200, "", contact("", "\"DisconnectReason\": \"TELECOM_BUSY\""));

        take("completed");
        take("disconnected");

        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst()).isEqualTo(reports.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiated", "connected-to-system", "unknown-type", "another-instance"})
    void what_is_no_end_of_our_calls_asks_nobody(String event) {
        take(event);

        assertThat(connect.asked()).isEmpty();
        assertThat(reports).isEmpty();
    }

    @Test
    void names_may_be_spelled_with_capitals() {
        connect.answering(200, "", contact("", "\"DisconnectReason\": \"TELECOM_BUSY\""));
        ObjectNode detail = Json.object();
        read("disconnected")
                .path("detail")
                .properties()
                .forEach(member -> detail.set(
                        member.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                                + member.getKey().substring(1),
                        member.getValue()));

        events.take(Json.object().set("detail", detail));

        assertThat(reports).hasSize(1);
    }

    @Test
    void a_contact_that_others_started_or_that_is_gone_is_not_reported() {
        connect.answering(200, "", "{\"Contact\": {\"DisconnectTimestamp\": 1795273502.5, \"Attributes\": {}}}")
                .answering(404, "ResourceNotFoundException", "{}");

        take("disconnected");
        take("disconnected");

        assertThat(reports).isEmpty();
    }

    @Test
    void a_contact_that_is_asked_for_too_often_is_asked_for_again_after_a_pause() {
        connect.answering(429, "TooManyRequestsException", "{}")
                .answering(500, "InternalServiceException", "{}")
                .answering(200, "", contact("", "\"DisconnectReason\": \"TELECOM_BUSY\""));

        take("disconnected");

        assertThat(reports).hasSize(1);
        assertThat(pauses).containsExactly(NOW.plusMillis(500), NOW.plusMillis(1000));
    }

    @Test
    void an_event_whose_contact_cannot_be_looked_up_is_delivered_again() {
        for (int tries = 0; tries < 7; tries++) connect.answering(429, "TooManyRequestsException", "{}");

        assertThatIllegalStateException()
                .isThrownBy(() -> take("disconnected"))
                .withMessage("DescribeContact: 429 TooManyRequestsException");
    }

    private void take(String event) {
        events.take(read(event));
    }

    private static JsonNode read(String event) {
        try (InputStream file = Files.newInputStream(Path.of("..", "events", "ConnectEvents", event + ".json"))) {
            return Json.tree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String contact(String attribute, String more) {
        return """
                {"Contact": {"Id": "5d1c0c3e-6a39-4c0e-9a55-0d6f6c1f0e11", "Attributes": {"attemptId": "attempt-1",
                 "workspaceId": "clinic", "campaignId": "spring-checkups", "contactId": "ann"%s},
                 "DisconnectTimestamp": 1795273502.5, %s}}
                """.formatted(attribute.isEmpty() ? "" : ", " + attribute, more);
    }
}
