package outdial.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvWriterTest {

    @Test
    void rows_are_written_as_rfc_4180_has_them() {
        var out = new StringBuilder();
        var writer = new CsvWriter(out);

        writer.row(List.of("row", "reason", "line"));
        writer.row(List.of("2", "TOO_SHORT", "Ada,\"Countess, the\"\n555"));
        writer.row(List.of("", "Zoë", ""));

        assertThat(out)
                .hasToString("row,reason,line\r\n2,TOO_SHORT,\"Ada,\"\"Countess, the\"\"\n555\"\r\n\"\",Zoë,\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.com\")",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "=\"0123\"",
                "＝1+1"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String cell) {
        assertThat(written(cell)).isIn("'" + cell + "\r\n", "\"'" + cell.replace("\"", "\"\"") + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12125550123",
                "+1 (212) 555-0123",
                "-12.5",
                "(212) 555-0123",
                "1=2",
                "a@example.com",
                "'quoted'"
            })
    void phone_numbers_and_plain_words_stay_as_they_are(String cell) {
        assertThat(written(cell)).isEqualTo(cell + "\r\n");
    }

    @Test
    void a_file_that_cannot_be_written_is_no_silent_loss() throws IOException {
        var closed = Writer.nullWriter();
        closed.close();
        var writer = new CsvWriter(closed);
        List<String> row = List.of("a");

        assertThatThrownBy(() -> writer.row(row))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Stream closed");
    }

    private static String written(String cell) {
        var out = new StringBuilder();
        new CsvWriter(out).row(List.of(cell));
        return out.toString();
    }
}
