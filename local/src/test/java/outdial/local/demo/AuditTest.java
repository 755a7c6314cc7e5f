package outdial.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.CallRequest;

final class AuditTest {
    private static final String ANN = "+12065550101";
    private static final String BEN = "+12065550102";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Promises PROMISES =
            new Promises(2, 3, Map.of(), Map.of("1", "INTERESTED", "9", "DO_NOT_CALL"));

    @Test
    void books_that_say_what_happened_are_right() {
        List<CallRecord> ledger = List.of(busy("a", ANN, 0), answered("b", BEN, 1, "1"), answered("c", ANN, 10, ""));

        Books books = new Books(
                List.of(contact(ANN, "COMPLETED", 2, "COMPLETED"), contact(BEN, "COMPLETED", 1, "INTERESTED")),
                List.of(attempt("a", ANN, "BUSY"), attempt("b", BEN, "INTERESTED"), attempt("c", ANN, "COMPLETED")));

        assertThat(Audit.of(ledger, books, PROMISES)).isEmpty();
    }

    @Test
    void a_call_that_the_books_do_not_know_is_found() {
        Books books = new Books(List.of(contact(ANN, "COMPLETED", 1, "COMPLETED")), List.of());

        assertThat(Audit.of(List.of(answered("a", ANN, 0, "")), books, PROMISES))
                .containsExactly("the network placed a call to +12065550101 that the books do not know: attempt 'a'");
    }

    @Test
    void an_attempt_that_was_placed_twice_is_found() {
        List<CallRecord> ledger = List.of(busy("a", ANN, 0), answered("a", ANN, 10, ""));

        Books books =
                new Books(List.of(contact(ANN, "COMPLETED", 2, "COMPLETED")), List.of(attempt("a", ANN, "COMPLETED")));

        assertThat(Audit.of(ledger, books, PROMISES)).contains("attempt a was placed more than once, to +12065550101");
    }

    @Test
    void an_attempt_that_never_reached_the_network_is_found_unless_the_books_say_so() {
        Books books = new Books(
                List.of(contact(ANN, "COMPLETED", 1, "COMPLETED")),
                List.of(
                        attempt("a", ANN, "COMPLETED"),
                        attempt("lost", ANN, "COMPLETED"),
                        new Books.Attempt("refused", ANN, "CARRIER_ERROR", false)));

        assertThat(Audit.of(List.of(answered("a", ANN, 0, "")), books, PROMISES))
                .containsExactly("attempt lost to +12065550101 never reached the network");
    }

    @Test
    void another_number_than_the_books_say_is_found() {
        Books books =
                new Books(List.of(contact(ANN, "COMPLETED", 1, "COMPLETED")), List.of(attempt("a", BEN, "COMPLETED")));

        assertThat(Audit.of(List.of(answered("a", ANN, 0, "")), books, PROMISES))
                .containsExactly("attempt a went to +12065550101, the books say +12065550102");
    }

    @Test
    void another_outcome_than_happened_is_found() {
        Books books = new Books(List.of(contact(ANN, "NO_ANSWER", 1, "BUSY")), List.of(attempt("a", ANN, "NO_ANSWER")));

        assertThat(Audit.of(List.of(busy("a", ANN, 0)), books, PROMISES))
                .containsExactly("attempt a ended as BUSY, the books say 'NO_ANSWER'");
    }

    @Test
    void a_number_in_two_calls_at_once_is_found() {
        List<CallRecord> ledger = List.of(busy("a", ANN, 0), answered("b", ANN, 2, ""));

        Books books = new Books(
                List.of(contact(ANN, "COMPLETED", 2, "COMPLETED")),
                List.of(attempt("a", ANN, "BUSY"), attempt("b", ANN, "COMPLETED")));

        assertThat(Audit.of(ledger, books, PROMISES)).containsExactly("+12065550101 was called while it was in a call");
    }

    @Test
    void a_call_beyond_the_last_retry_is_found() {
        List<CallRecord> ledger =
                List.of(busy("a", ANN, 0), busy("b", ANN, 10), busy("c", ANN, 20), busy("d", ANN, 30));

        Books books = new Books(
                List.of(contact(ANN, "NO_ANSWER", 4, "BUSY")),
                List.of(
                        attempt("a", ANN, "BUSY"),
                        attempt("b", ANN, "BUSY"),
                        attempt("c", ANN, "BUSY"),
                        attempt("d", ANN, "BUSY")));

        assertThat(Audit.of(ledger, books, PROMISES))
                .containsExactly("+12065550101 was called 4 times, at most 3 allowed");
    }

    @Test
    void a_call_to_a_listed_number_is_found() {
        Promises promises = new Promises(2, 3, Map.of(ANN, NOON.minusSeconds(1)), PROMISES.keys());

        Books books = new Books(List.of(), List.of(attempt("a", ANN, "COMPLETED")));

        assertThat(Audit.of(List.of(answered("a", ANN, 0, "")), books, promises))
                .containsExactly("+12065550101 was called after it was on the do-not-call list");
    }

    @Test
    void a_call_to_somebody_who_pressed_the_opt_out_key_before_is_found() {
        List<CallRecord> ledger = List.of(answered("a", ANN, 0, "9"), answered("b", ANN, 10, ""));

        Books books = new Books(
                List.of(contact(ANN, "COMPLETED", 2, "COMPLETED")),
                List.of(attempt("a", ANN, "DO_NOT_CALL"), attempt("b", ANN, "COMPLETED")));

        assertThat(Audit.of(ledger, books, PROMISES))
                .containsExactly("+12065550101 was called after it was on the do-not-call list");
    }

    @Test
    void more_calls_at_once_than_allowed_are_found() {
        List<CallRecord> ledger = new ArrayList<>();
        List<Books.Contact> contacts = new ArrayList<>();
        List<Books.Attempt> attempts = new ArrayList<>();
        for (String phone : Arrays.asList(ANN, BEN, "+12065550103")) {
            ledger.add(answered(phone, phone, 0, ""));
            contacts.add(contact(phone, "COMPLETED", 1, "COMPLETED"));
            attempts.add(attempt(phone, phone, "COMPLETED"));
        }

        assertThat(Audit.of(ledger, new Books(contacts, attempts), PROMISES))
                .containsExactly("3 calls were on at once, at most 2 allowed");
    }

    @Test
    void somebody_who_was_left_over_is_found() {
        Books books = new Books(
                List.of(contact(ANN, "PENDING", 1, "BUSY"), contact(BEN, "PENDING", 0, "")),
                List.of(attempt("a", ANN, "BUSY")));

        assertThat(Audit.of(List.of(busy("a", ANN, 0)), books, PROMISES))
                .containsExactly(
                        "+12065550101 should be NO_ANSWER, the books say PENDING",
                        "+12065550102 should be DO_NOT_CALL or FAILED, the books say PENDING");
    }

    @Test
    void a_call_that_never_rang_costs_no_attempt() {
        List<CallRecord> ledger = List.of(unanswered("a", ANN, 0, 503), answered("b", ANN, 40, ""));

        Books books = new Books(
                List.of(contact(ANN, "COMPLETED", 1, "COMPLETED")),
                List.of(attempt("a", ANN, "CARRIER_ERROR"), attempt("b", ANN, "COMPLETED")));

        assertThat(Audit.of(ledger, books, PROMISES)).isEmpty();
    }

    private static Books.Contact contact(String phone, String status, int attempts, String lastOutcome) {
        return new Books.Contact(phone, status, attempts, lastOutcome);
    }

    private static Books.Attempt attempt(String id, String phone, String outcome) {
        return new Books.Attempt(id, phone, outcome, true);
    }

    private static CallRecord busy(String attempt, String phone, int second) {
        return unanswered(attempt, phone, second, 486);
    }

    /// Each call lasts five seconds.
    private static CallRecord unanswered(String attempt, String phone, int second, int sipCode) {
        return call(attempt, phone, second, Optional.empty(), "", OptionalInt.of(sipCode));
    }

    private static CallRecord answered(String attempt, String phone, int second, String keys) {
        return call(attempt, phone, second, Optional.of(NOON.plusSeconds(second + 1L)), keys, OptionalInt.of(0));
    }

    private static CallRecord call(
            String attempt, String phone, int second, Optional<Instant> answeredAt, String keys, OptionalInt sipCode) {
        Instant placedAt = NOON.plusSeconds(second);
        return new CallRecord(
                "transaction of " + attempt,
                new CallRequest("application", "+12065550100", phone, Map.of("attemptId", attempt)),
                "somebody",
                placedAt,
                Optional.of(placedAt),
                answeredAt,
                keys,
                Optional.of(new CallRecord.Ending(placedAt.plusSeconds(5), sipCode.orElseThrow())));
    }
}
