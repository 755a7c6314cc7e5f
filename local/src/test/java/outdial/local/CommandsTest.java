package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void invoke_runs_a_function_of_the_running_cloud_and_prints_its_reply() throws Exception {
        Path event = Files.writeString(directory.resolve("event.json"), "{\"hello\":\"world\"}");
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"do\":\"fail\"}");

        try (LocalCloud cloud = LocalCloud.start(Toy.options("commands"))) {
            LocalFile.of(cloud, new Bootstrap.Access("acme", "od_key")).write(localFile());

            assertThat(invoke().run(List.of("Echo", event.toString()))).isZero();
            assertThat(invoke().run(List.of("Echo", broken.toString()))).isEqualTo(1);
        }

        assertThat(printed.toString(UTF_8))
                .contains("\"hello\":\"world\"")
                .contains("\"errorMessage\":\"asked to fail\"");
    }

    @Test
    void the_local_file_says_where_everything_is() throws IOException {
        new LocalFile("http://localhost:4566", "http://localhost:8080", "localhost:2525", "acme", "od_key", -60)
                .write(localFile());

        assertThat(new ObjectMapper().readTree(localFile().toFile()).toString())
                .isEqualTo(
                        "{\"awsEndpoint\":\"http://localhost:4566\",\"apiUrl\":\"http://localhost:8080\","
                                + "\"smtp\":\"localhost:2525\",\"workspaceId\":\"acme\",\"apiKey\":\"od_key\",\"clockAheadSeconds\":-60}");
    }

    @Test
    void invoke_without_a_running_cloud_says_how_to_start_one() throws IOException {
        Path event = Files.writeString(directory.resolve("event.json"), "{}");
        assertThatThrownBy(() -> invoke().run(List.of("Echo", event.toString())))
                .hasMessageEndingWith("start the local cloud first, with ./outdial up");

        new LocalFile("http://localhost:1", "", "", "", "", 0).write(localFile());

        assertThatThrownBy(() -> invoke().run(List.of("Echo", event.toString())))
                .hasMessage("nothing answers at localhost:1: start it with ./outdial up");
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Options options = Toy.options("ports");

            assertThatThrownBy(() -> LocalCloud.start(options.on(new Options.Ports(port, 0, 0))))
                    .hasMessage("port " + port + " is taken by another program");
            assertThatThrownBy(() -> LocalCloud.start(options.on(new Options.Ports(0, 0, port))))
                    .hasMessage("port " + port + " is taken by another program");
        }
    }

    @Test
    void options_that_are_not_understood_are_named() {
        assertThatThrownBy(() -> Flags.of(List.of("--dta", "x"), Set.of("--data")))
                .isInstanceOf(Command.UsageError.class)
                .hasMessage("unknown option --dta");
        assertThatThrownBy(() -> Flags.of(List.of("--data"), Set.of("--data"))).hasMessage("--data needs a value");
        assertThatThrownBy(() -> Flags.of(List.of("--aws-port", "70000"), Set.of("--aws-port"))
                        .port("--aws-port", 1))
                .hasMessage("--aws-port must be a port from 0 to 65535, was 70000");
    }

    @Test
    void the_time_to_pretend_may_be_named_with_an_offset_or_a_zone() throws Exception {
        assertThat(now("2026-11-23T15:00:00Z")).isEqualTo("2026-11-23T15:00:00Z");
        assertThat(now("2026-11-23T10:00-05:00")).isEqualTo("2026-11-23T15:00:00Z");
        assertThat(now("2026-07-01T10:00[America/New_York]")).isEqualTo("2026-07-01T14:00:00Z");
        assertThatThrownBy(() -> now("tomorrow"))
                .isInstanceOf(Command.UsageError.class)
                .hasMessage("--now must be a time such as 2026-11-23T15:00:00Z, 2026-11-23T10:00-05:00"
                        + " or '2026-11-23T10:00[America/New_York]', was 'tomorrow'");
        assertThatThrownBy(() -> now("2026-11-23T10:00")).hasMessageEndingWith(", was '2026-11-23T10:00'");
        assertThatThrownBy(() -> now("2026-11-23T10:00[Moon/Crater]")).hasMessageStartingWith("--now must be a time");
    }

    private static String now(String text) throws Command.UsageError {
        return Flags.of(List.of("--now", text), Set.of("--now"))
                .now()
                .orElseThrow()
                .toString();
    }

    private InvokeCommand invoke() {
        return new InvokeCommand(localFile(), new PrintStream(printed, true, UTF_8));
    }

    private Path localFile() {
        return directory.resolve("state").resolve("local.json");
    }
}
