package outdial.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.local.Options.Ports;

final class DemoOptionsTest {
    @Test
    void without_arguments_it_is_the_sample_on_free_ports() {
        assertThat(DemoOptions.parse(List.of()))
                .isEqualTo(new DemoOptions(Optional.empty(), false, 1, Optional.empty(), new Ports(0, 0, 0)));
    }

    @Test
    void every_option_is_understood_in_any_order() {
        List<String> arguments = List.of(
                "--json",
                "--seed",
                "7",
                "--http-port",
                "8081",
                "--now",
                "2026-11-23T10:00-05:00",
                "--contacts",
                "my.csv",
                "--aws-port",
                "4567");

        assertThat(DemoOptions.parse(arguments))
                .isEqualTo(new DemoOptions(
                        Optional.of(Path.of("my.csv")),
                        true,
                        7,
                        Optional.of(Instant.parse("2026-11-23T15:00:00Z")),
                        new Ports(4567, 8081, 0)));
    }

    @Test
    void what_is_not_understood_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--fast")))
                .withMessage("There is no option --fast.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--contacts")))
                .withMessage("--contacts needs a value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--seed", "lucky")))
                .withMessage("--seed must be a whole number, was 'lucky'.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--aws-port", "70000")))
                .withMessage("--aws-port must be 0 to 65535, was 70000.");
    }
}
