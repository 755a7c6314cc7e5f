package outdial.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DisplayTest {
    private static final Status HALF_WAY = new Status(
            new Status.Counts(190, 71, 8, 10, 6), new Status.OnThePhone(10, 10), 141, 23, Duration.ofSeconds(69));

    @Test
    void a_terminal_is_redrawn_in_place() {
        assertThat(drawn(UTF_8, true, HALF_WAY, HALF_WAY)).isEqualTo("""
                \r  ██████████████████░░░░░░░░░░░░░░░░░░  50%  95 of 190 people   1:09\033[K
                \r  on the phone 10 of 10   waiting 85   calls 141   retries 23\033[K
                \r  completed 71   no answer 8   failed 10   do not call 6\033[K
                \033[3A\r  ██████████████████░░░░░░░░░░░░░░░░░░  50%  95 of 190 people   1:09\033[K
                \r  on the phone 10 of 10   waiting 85   calls 141   retries 23\033[K
                \r  completed 71   no answer 8   failed 10   do not call 6\033[K
                """);
    }

    @Test
    void a_terminal_that_has_only_ascii_gets_only_ascii() {
        assertThat(drawn(US_ASCII, true, HALF_WAY)).startsWith("\r  [##################..................]  50%");
    }

    @Test
    void a_file_gets_one_plain_line_at_a_time() {
        assertThat(drawn(UTF_8, false, HALF_WAY)).isEqualTo("""
                1:09  [##########..........]  50%  95/190 people  10/10 on the phone  141 calls
                """);
    }

    @Test
    void nobody_in_the_campaign_is_nought_percent() {
        Status nobody = new Status(new Status.Counts(0, 0, 0, 0, 0), new Status.OnThePhone(0, 10), 0, 0, Duration.ZERO);

        assertThat(drawn(UTF_8, false, nobody)).isEqualTo("""
                0:00  [....................]   0%  0/0 people  0/10 on the phone  0 calls
                """);
    }

    @Test
    void the_largest_campaigns_fit_eighty_columns() {
        Status large = new Status(
                new Status.Counts(1_000_000, 600_000, 200_000, 100_000, 99_999),
                new Status.OnThePhone(1000, 1000),
                2_000_000,
                1_000_000,
                Duration.ofMinutes(999));

        assertThat(drawn(UTF_8, true, large).replaceAll("\r|\033\\[K", "").lines())
                .allMatch(line -> line.length() <= 80);
        assertThat(drawn(UTF_8, false, HALF_WAY).lines()).allMatch(line -> line.length() <= 80);
    }

    private static String drawn(Charset charset, boolean terminal, Status... statuses) {
        var bytes = new ByteArrayOutputStream();
        Display display = Display.on(new PrintStream(bytes, true, charset), terminal);
        for (Status status : statuses) {
            display.draw(status);
        }
        return bytes.toString(charset);
    }
}
