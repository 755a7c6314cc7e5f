package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever comes in whatever order, a call stays a call. A failure names its seed.
final class CallMachinePropertyTest {
    private static final int SEEDS = 2_000;
    private static final int SIGNALS = 60;
    private static final List<Persona> PERSONAS =
            List.of(Personas.INTERESTED, Personas.LISTENS, Personas.HANGS_UP, Personas.BUSY, Personas.NO_ANSWER);
    private static final List<String> REPLIES = List.of(
            "{\"SchemaVersion\":\"1.0\"}",
            "nonsense",
            "{\"SchemaVersion\":\"1.0\",\"Actions\":[],\"TransactionAttributes\":{\"k\":\"v\"}}",
            "{\"SchemaVersion\":\"1.0\",\"Actions\":[{\"Type\":\"Pause\",\"Parameters\":"
                    + "{\"DurationInMilliseconds\":100}}]}",
            "{\"SchemaVersion\":\"1.0\",\"Actions\":[{\"Type\":\"Speak\",\"Parameters\":"
                    + "{\"CallId\":\"leg\",\"Text\":\"Hello\"}},{\"Type\":\"Hangup\",\"Parameters\":"
                    + "{\"CallId\":\"leg\"}}]}");

    @Test
    void a_call_ends_once_is_told_once_and_numbers_its_events_without_gaps() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var script = new Script(PERSONAS.get(seed % PERSONAS.size())).place();
            var random = new Random(seed);
            for (int i = 0; i < SIGNALS; i++) {
                disturb(script, random);
            }
            if (!script.isOver()) {
                script.signal(new Signal.CutOff());
            }
            while (script.isAsking()) {
                script.reply("");
            }

            List<String> events = script.events();
            assertThat(script.notes().stream().filter(note -> note.startsWith("Ended")))
                    .as("seed %d", seed)
                    .hasSize(1);
            assertThat(script.notes()).as("seed %d", seed).endsWith("Reported");
            assertThat(events.getFirst()).as("seed %d", seed).isEqualTo("1 NEW_OUTBOUND_CALL");
            assertThat(events.stream().filter(event -> event.contains("HANGUP")))
                    .as("seed %d", seed)
                    .containsExactly(events.getLast());
            assertThat(events.stream().map(event -> event.substring(0, event.indexOf(' '))))
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.rangeClosed(1, events.size())
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    private static void disturb(Script script, Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> script.pass();
            case 3, 4, 5 -> {
                if (script.isAsking()) {
                    script.reply(REPLIES.get(random.nextInt(REPLIES.size())));
                }
            }
            case 6 -> script.signal(new Signal.UpdateRequested(Map.of()));
            default -> {
                if (random.nextInt(20) == 0) {
                    script.signal(new Signal.PersonLeft());
                } else {
                    script.signal(new Signal.Elapsed(random.nextInt(10)));
                }
            }
        }
    }
}
