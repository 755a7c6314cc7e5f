package outdial.functions.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.call.Outcome;
import outdial.contract.Scene;
import outdial.dialing.CallRecords.Finding;
import outdial.memory.Interposed;
import outdial.memory.Memory;

final class ConnectRecordsTest {
    private final Scene scene = Scene.of("clinic");
    private final ToyConnect connect = new ToyConnect();

    @AfterEach
    void close() {
        connect.close();
    }

    @Test
    void a_call_that_is_over_is_found_with_its_end() {
        connect.answering(200, "", """
                {"Contact": {"Id": "contact-1", "DisconnectTimestamp": 1795273502, "DisconnectReason": "TELECOM_BUSY",
                 "Attributes": {"attemptId": "a-1", "workspaceId": "clinic", "campaignId": "c", "contactId": "ann"}}}
                """);

        assertThat(look("contact-1"))
                .isInstanceOfSatisfying(
                        Finding.Over.class,
                        over -> assertThat(over.report().outcome()).isEqualTo(Outcome.BUSY));
        assertThat(connect.asked().getFirst().line()).isEqualTo("GET /contacts/instance-1/contact-1");
    }

    @Test
    void a_call_that_is_still_on_is_hung_up() {
        connect.answering(200, "", "{\"Contact\": {\"Id\": \"contact-1\", \"Attributes\": {}}}")
                .answering(200, "", "");

        assertThat(look("contact-1")).isEqualTo(new Finding.Nothing());

        assertThat(connect.asked())
                .extracting(ToyConnect.Asked::line)
                .containsExactly("GET /contacts/instance-1/contact-1", "POST /contact/stop");
    }

    @Test
    void a_contact_that_is_gone_says_nothing() {
        connect.answering(404, "ResourceNotFoundException", "{}");

        assertThat(look("contact-1")).isEqualTo(new Finding.Nothing());
    }

    @Test
    void a_service_that_was_asked_too_often_is_asked_later() {
        connect.answering(429, "TooManyRequestsException", "{}").cutting();

        assertThat(look("contact-1")).isEqualTo(new Finding.NotNow());
        assertThat(look("contact-1")).isEqualTo(new Finding.NotNow());
    }

    @Test
    void nobody_is_asked_for_a_call_without_a_name() {
        assertThat(look("")).isEqualTo(new Finding.Nothing());

        assertThat(connect.asked()).isEmpty();
    }

    private Finding look(String noted) {
        Attempts attempts = Interposed.on(
                Attempts.class,
                new Memory().books().attempts(),
                call -> call.is("callOf") ? Optional.of(noted).filter(name -> !name.isEmpty()) : call.real());
        Contacts contacts = new Contacts(connect.api(), "instance-1", _ -> {}, () -> NOON);
        return new ConnectRecords(attempts, contacts)
                .of(new Attempt(
                        new AttemptId("a-1"),
                        scene.campaign(),
                        scene.contactId("ann"),
                        new Attempt.Route(phone(1), phone(2), ConnectCarrier.NAME),
                        1,
                        NOON,
                        Optional.empty()));
    }
}
