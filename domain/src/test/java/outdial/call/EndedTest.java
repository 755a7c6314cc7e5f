package outdial.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.contract.Scene;

final class EndedTest {
    private static final Instant END = Scene.NOON;

    @ParameterizedTest
    @CsvSource({
        "0, NO_ANSWER",
        "408, NO_ANSWER",
        "480, NO_ANSWER",
        "487, NO_ANSWER",
        "486, BUSY",
        "600, BUSY",
        "404, INVALID_NUMBER",
        "410, INVALID_NUMBER",
        "484, INVALID_NUMBER",
        "604, INVALID_NUMBER",
        "403, REJECTED",
        "603, REJECTED",
        "607, REJECTED",
        "608, REJECTED",
        "488, CARRIER_ERROR",
        "500, CARRIER_ERROR",
        "502, CARRIER_ERROR",
        "503, CARRIER_ERROR",
        "504, CARRIER_ERROR",
        "200, UNKNOWN",
        "418, UNKNOWN",
        "499, UNKNOWN"
    })
    void a_code_says_why_nobody_answered(int code, Outcome outcome) {
        assertThat(ended(OptionalInt.of(code), Optional.empty(), Optional.empty())
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void nobody_answered_where_the_carrier_gives_no_code() {
        assertThat(ended(OptionalInt.empty(), Optional.empty(), Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void an_answered_call_without_a_result_is_completed() {
        assertThat(ended(OptionalInt.of(200), Optional.of(END), Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void what_the_agent_says_counts_most() {
        assertThat(ended(OptionalInt.of(487), Optional.of(END), Optional.of(Outcome.DO_NOT_CALL))
                        .outcome())
                .isEqualTo(Outcome.DO_NOT_CALL);
    }

    @Test
    void a_report_closes_the_attempt_in_the_carriers_name() {
        Instant answered = END.minusSeconds(42);

        Closing closing = ended(OptionalInt.of(200), Optional.of(answered), Optional.of(Outcome.INTERESTED))
                .closing();

        assertThat(closing)
                .isEqualTo(new Closing(
                        Outcome.INTERESTED,
                        Closing.By.CARRIER,
                        Optional.of("call-1"),
                        OptionalInt.of(200),
                        Optional.of(answered),
                        END));
        assertThat(closing.talkTime()).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void nobody_talked_who_did_not_answer() {
        assertThat(ended(OptionalInt.of(486), Optional.empty(), Optional.empty())
                        .closing()
                        .talkTime())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_conversation_ends_with_what_a_person_said() {
        assertThat(Outcome.INTERESTED.isConversation()).isTrue();
        assertThat(Outcome.DO_NOT_CALL.isConversation()).isTrue();
        assertThat(Outcome.VOICEMAIL.isConversation()).isFalse();
        assertThat(Outcome.CARRIER_ERROR.isConversation()).isFalse();
    }

    private static Ended ended(OptionalInt code, Optional<Instant> answeredAt, Optional<Outcome> result) {
        Scene scene = Scene.of("acme");
        return new Ended(
                new AttemptId("a1"), scene.campaign(), scene.contactId("ann"), "call-1", code, answeredAt, END, result);
    }
}
