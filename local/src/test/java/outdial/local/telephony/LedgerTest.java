package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void calls_that_touch_are_not_on_at_the_same_time() {
        Ledger ledger = Ledger.inMemory();
        place(ledger, "a", "+12065550101", 0);
        end(ledger, "a", 10);
        place(ledger, "b", "+12065550101", 10);
        place(ledger, "c", "+12065550102", 12);
        end(ledger, "b", 20);
        end(ledger, "c", 20);

        assertThat(ledger.maxConcurrent()).isEqualTo(2);
        assertThat(ledger.overlapping()).isEmpty();
        assertThat(ledger.startGaps()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    @Test
    void a_call_that_has_not_ended_overlaps_every_later_one_to_its_number() {
        Ledger ledger = Ledger.inMemory();
        place(ledger, "a", "+12065550101", 0);
        place(ledger, "b", "+12065550102", 1);
        place(ledger, "c", "+12065550101", 100);

        assertThat(ledger.overlapping()).extracting(CallRecord::transactionId).containsExactly("c");
        assertThat(ledger.active()).isEqualTo(3);
    }

    @Test
    void every_note_comes_back_from_its_line() {
        List<Note> notes = List.of(
                new Note.Placed(
                        "leg",
                        new CallRequest("app", "+12065550100", "+12065550101", Map.of("attemptId", "a-1")),
                        Personas.BUSY),
                new Note.Rang(),
                new Note.Answered(),
                new Note.Pressed("1#"),
                new Note.Asked(
                        4,
                        "HANGUP",
                        Dialogue.Leg.DISCONNECTED,
                        JsonNodeFactory.instance.objectNode().put("Type", "Hangup")),
                new Note.Heard(),
                new Note.Kept(Map.of("k", "v")),
                new Note.Ended(486),
                new Note.Reported());

        for (Note note : notes) {
            var entry = new Entry(NOON, "transaction", note);
            assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
        }
    }

    @Test
    void a_file_gives_back_the_same_book(@TempDir Path directory) throws Exception {
        Ledger before = Ledger.keptIn(LedgerFile.in(directory));
        place(before, "a", "+12065550101", 0);
        write(before, "a", 1, new Note.Rang());
        write(before, "a", 2, new Note.Answered());
        write(before, "a", 3, new Note.Pressed("1"));
        end(before, "a", 4);
        place(before, "b", "+12065550101", 5);
        before.close();

        Ledger after = Ledger.keptIn(LedgerFile.in(directory));

        assertThat(after.calls()).isEqualTo(before.calls());
        assertThat(after.countTo("+12065550101")).isEqualTo(2);
        assertThat(after.active()).isEqualTo(1);
        assertThat(Files.readAllLines(directory.resolve("ledger.jsonl")).getFirst())
                .isEqualTo("{\"at\":\"2026-11-20T12:00:00Z\",\"transactionId\":\"a\",\"note\":\"placed\","
                        + "\"callId\":\"leg-a\",\"applicationId\":\"app\",\"from\":\"+12065550100\","
                        + "\"to\":\"+12065550101\",\"persona\":\"listens\",\"arguments\":{}}");
    }

    private static void place(Ledger ledger, String transactionId, String to, int second) {
        write(
                ledger,
                transactionId,
                second,
                new Note.Placed(
                        "leg-" + transactionId,
                        new CallRequest("app", "+12065550100", to, Map.of()),
                        Personas.LISTENS));
    }

    private static void end(Ledger ledger, String transactionId, int second) {
        write(ledger, transactionId, second, new Note.Ended(0));
    }

    private static void write(Ledger ledger, String transactionId, int second, Note note) {
        ledger.write(new Entry(NOON.plusSeconds(second), transactionId, note));
    }
}
