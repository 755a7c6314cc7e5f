package outdial.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void a_list_is_called_to_its_end_and_the_books_agree() throws IOException {
        Path list = list("""
                Name,Mobile
                Ann Archer,(206) 555-0101
                Ben Booth,+44 20 7946 0102
                Ann again,1-206-555-0101
                Cem Can,12
                """);

        int code = demo("--json", "--contacts", list.toString());

        assertThat(code).as(out() + err()).isZero();
        assertThat(err()).isEmpty();
        assertThat(out()).contains("The books agree with the phone network's ledger");
        assertThat(out().lines().toList().getLast())
                .startsWith("{\"rows\":4,\"imported\":2,\"duplicates\":1,\"invalid\":1,\"doNotCall\":0,\"calls\":")
                .contains("\"concurrencyLimit\":10,\"seconds\":");
    }

    @Test
    void a_list_without_phone_numbers_is_refused_in_a_sentence() throws IOException {
        Path list = list("Name,Shoe size\nAnn Archer,38\n");

        assertThat(demo("--contacts", list.toString())).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().startsWith(list + ": ");
    }

    @Test
    void a_list_without_header_is_refused_in_a_sentence() throws IOException {
        Path list = list("Ann Archer,(206) 555-0101\n");

        assertThat(demo("--contacts", list.toString())).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().startsWith(list + ": ");
    }

    @Test
    void a_list_without_anybody_to_call_is_refused_in_a_sentence() throws IOException {
        Path list = list("Name,Phone\nAnn Archer,12\n");

        assertThat(demo("--contacts", list.toString())).isEqualTo(2);
        assertThat(err()).isEqualTo(list + ": nobody on it can be called\n");
    }

    @Test
    void a_list_that_is_not_there_is_refused_before_anything_starts() {
        assertThat(demo("--contacts", "no/such.csv")).isEqualTo(2);
        assertThat(err()).isEqualTo("no/such.csv: there is no such file to read\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void an_unknown_option_is_answered_with_the_usage() {
        assertThat(demo("--fast")).isEqualTo(2);
        assertThat(err()).startsWith("There is no option --fast.\n\nUsage: ./outdial demo");
    }

    private Path list(String text) throws IOException {
        return Files.writeString(directory.resolve("list.csv"), text);
    }

    private int demo(String... arguments) {
        var output = new Demo.Output(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        return Demo.run(List.of(arguments), ROOT, output);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
