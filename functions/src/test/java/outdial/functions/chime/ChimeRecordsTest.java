package outdial.functions.chime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.contract.Scene;
import outdial.dialing.CallRecords.Finding;
import outdial.functions.json.Json;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.phone.PhoneNumber;

final class ChimeRecordsTest {
    private static final PhoneNumber DESK = new PhoneNumber("+12075550155");
    private static final PhoneNumber ANN = new PhoneNumber("+13605551214");

    private final Scene scene = Scene.of("clinic");
    private final List<CallDetail> noted = new ArrayList<>();

    @Test
    void a_record_of_the_transaction_that_the_function_heard_of_is_the_calls() {
        note(record("call-1", "Completed", 42, NOON));

        assertThat(look("call-1")).isEqualTo(new Finding.TookPlace("call-1", true, NOON.plusSeconds(42)));
    }

    @Test
    void a_record_of_another_transaction_says_nothing() {
        note(record("call-2", "Completed", 42, NOON));

        assertThat(look("call-1")).isEqualTo(new Finding.Nothing());
    }

    @Test
    void where_the_function_heard_of_no_call_one_between_the_numbers_since_the_attempt_began_is_it() {
        note(record("call-1", "Completed", 42, NOON.minusSeconds(5)));

        assertThat(look("")).isEqualTo(new Finding.TookPlace("call-1", true, NOON.plusSeconds(37)));
    }

    @Test
    void an_earlier_call_between_the_numbers_says_nothing() {
        note(record("call-1", "Completed", 42, NOON.minusSeconds(6)));

        assertThat(look("")).isEqualTo(new Finding.Nothing());
    }

    @Test
    void no_record_says_nothing() {
        assertThat(look("call-1")).isEqualTo(new Finding.Nothing());
    }

    @Test
    void a_failed_call_was_not_answered() {
        note(record("call-1", "Failed", 3, NOON));

        assertThat(look("call-1")).isEqualTo(new Finding.TookPlace("call-1", false, NOON));
    }

    @Test
    void a_completed_call_of_no_billed_second_was_not_answered() {
        note(record("call-1", "Completed", 0, NOON));

        assertThat(look("call-1")).isEqualTo(new Finding.TookPlace("call-1", false, NOON));
    }

    @Test
    void records_of_inbound_calls_are_left_alone() {
        assertThat(CallDetail.of(record("call-1", "Completed", 42, NOON).put("Direction", "Inbound")))
                .isEmpty();
    }

    @Test
    void numbers_may_have_a_plus_sign() {
        var json = record("call-1", "Completed", 42, NOON).put("DestinationPhoneNumber", "+13605551214");

        assertThat(CallDetail.of(json)).contains(new CallDetail("call-1", DESK, ANN, NOON, 42));
    }

    @Test
    void a_record_without_a_field_says_which() {
        var json = record("call-1", "Completed", 42, NOON).put("TransactionId", "");

        assertThatThrownBy(() -> CallDetail.of(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call detail record without TransactionId");
    }

    private static ObjectNode record(String transactionId, String status, int billed, Instant at) {
        return Json.object()
                .put("TransactionId", transactionId)
                .put("Status", status)
                .put("BillableDurationSeconds", Integer.toString(billed))
                .put("SourcePhoneNumber", "12075550155")
                .put("DestinationPhoneNumber", "13605551214")
                .put("Direction", "Outbound")
                .put("TimeStampEpochSeconds", Long.toString(at.getEpochSecond()));
    }

    private void note(ObjectNode json) {
        noted.add(CallDetail.of(json).orElseThrow());
    }

    /// @param heard the transaction that the function heard of; empty where it heard of none
    private Finding look(String heard) {
        Attempts attempts = Interposed.on(
                Attempts.class,
                new Memory().books().attempts(),
                call -> call.is("callOf") ? Optional.of(heard).filter(name -> !name.isEmpty()) : call.real());
        return new ChimeRecords(attempts, new OneDetail())
                .of(new Attempt(
                        new AttemptId("a-1"),
                        scene.campaign(),
                        scene.contactId("ann"),
                        new Attempt.Route(ANN, DESK, ChimeCarrier.NAME),
                        1,
                        NOON,
                        Optional.empty()));
    }

    private final class OneDetail implements CallDetails {
        @Override
        public void note(CallDetail detail) {
            noted.add(detail);
        }

        @Override
        public Optional<CallDetail> latest(PhoneNumber from, PhoneNumber to) {
            return noted.stream()
                    .filter(detail -> detail.from().equals(from) && detail.to().equals(to))
                    .findFirst();
        }
    }
}
