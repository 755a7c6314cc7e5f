package outdial.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_last_line_is_one_json_object() throws IOException {
        int code = run("--seed", "3", "--contacts", "20", "--days", "1", "--faults", "low", "--json");

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode object = JsonMapper.builder().build().readTree(lines.getLast());
        assertThat(code).isZero();
        assertThat(object.path("seed").asInt()).isEqualTo(3);
        assertThat(object.path("violations").asInt(-1)).isZero();
        assertThat(object.path("calls").asInt()).isPositive();
        assertThat(object.path("virtualSeconds").asInt()).isGreaterThanOrEqualTo(86_400);
    }

    @Test
    void campaigns_written_beside_a_ledger_are_the_same_run_when_read_again() throws IOException {
        Path ledger = folder.resolve("one.csv");
        Path again = folder.resolve("two.csv");
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "name;Mobile\nAnn;(202) 555-0101\nBob;+1 202 555 0102\nCy;nonsense\n");

        int first = run(
                "--seed", "4", "--contacts-file", people.toString(), "--faults", "none", "--ledger", ledger.toString());
        int second = run(
                "--seed",
                "4",
                "--contacts-file",
                people.toString(),
                "--faults",
                "none",
                "--campaigns",
                ledger + ".campaigns.json",
                "--ledger",
                again.toString());

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(List.of(first, second)).containsOnly(0);
        assertThat(Files.readAllLines(ledger).getFirst())
                .isEqualTo("phone,startedAt,answeredAt,endedAt,campaign,attempt");
        assertThat(Files.readAllLines(ledger)).hasSizeGreaterThan(2);
        assertThat(Files.readAllLines(again)).hasSizeGreaterThan(2);
    }

    @Test
    void what_cannot_be_done_is_said_in_a_sentence() throws IOException {
        Path campaigns = folder.resolve("campaigns.json");
        Files.writeString(campaigns, "[{\"name\": \"x\", \"agentId\": \"anna\", \"colour\": \"red\"}]");

        assertThat(List.of(
                        run("--contacts", "0"),
                        run("--faults", "some"),
                        run("--shout", "1"),
                        run("--seed"),
                        run("--contacts-file", folder.resolve("none.csv").toString()),
                        run("--campaigns", campaigns.toString())))
                .containsOnly(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--contacts is 1 to 5000000, was 0.")
                .contains("--faults is one of none, low, high, was some.")
                .contains("There is no option --shout.")
                .contains("--seed needs a value")
                .contains("Cannot read")
                .contains("The field colour is not known here");
    }

    private int run(String... arguments) {
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
