package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// What the docs tell people to type works word by word, one line after the other; left out where there is no curl.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class TourTest {
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Instant MONDAY_IN_NEW_YORK = Instant.parse("2026-11-23T15:00:00Z");
    private static final int LONGEST_SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    void the_tour_of_the_api_and_of_lists_is_gone_from_begin_to_end() throws Exception {
        assumeTrue(succeeds("curl", "--version"), "curl is not installed");
        try (Deployment outdial = Deployment.at(MONDAY_IN_NEW_YORK, People.all(Personas.LISTENS))) {
            String key = outdial.open("tourists");

            String said = run(Stream.of("api.md", "imports.md")
                    .map(TourTest::commands)
                    .collect(Collectors.joining("\n", "set -eu\n", "\necho DONE\n"))
                    .replace("http://localhost:8080", outdial.cloud.apiUrl().toString())
                    .replace("od_WORKSPACE_KEYID_SECRET", key));

            assertThat(said).doesNotContain("outdial.dev/problems").endsWith("DONE\n");
            assertThat(directory.resolve("report.csv")).content().contains("3,phone,TOO_SHORT,");
            assertThat(directory.resolve("would.csv")).content().contains("3,Telefon,TOO_SHORT,");
            assertThat(directory.resolve("skipped.csv")).content().contains("+12025550135,SKIPPED,");
        }
    }

    /// The commands of a page, but for those of the AWS CLI.
    private static String commands(String page) {
        try {
            return COMMANDS.matcher(Files.readString(Path.of("../docs", page)))
                    .results()
                    .flatMap(block -> block.group(1).lines())
                    .filter(line -> !line.startsWith("aws "))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String commands) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process shell = new ProcessBuilder(
                        "bash",
                        Files.writeString(directory.resolve("tour"), commands).toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!shell.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
            shell.destroyForcibly().waitFor();
        return Files.readString(output);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
