package outdial.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.CsvRows;
import outdial.formats.phone.PhoneReader;
import outdial.formats.phone.PhoneReading;

/// The lists in samples/ are what README and the demo say they are.
final class SampleListTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final String WORKSPACE_COUNTRY = "US";

    private final PhoneReader phones = new PhoneReader();

    @Test
    void the_list_is_as_messy_as_it_is_meant_to_be() throws IOException {
        Set<String> people = new HashSet<>();
        Set<String> countries = new TreeSet<>();
        int duplicates = 0;
        List<String> invalid = new ArrayList<>();
        List<List<String>> rows = rows("contacts.csv");

        for (List<String> row : rows) {
            switch (phones.read(row.get(3), WORKSPACE_COUNTRY)) {
                case PhoneReading.Invalid _ -> invalid.add(row.get(3));
                case PhoneReading.Valid phone -> {
                    duplicates += people.add(phone.e164()) ? 0 : 1;
                    countries.add(phone.region());
                }
            }
        }

        assertThat(rows).hasSize(214);
        assertThat(people).hasSize(196);
        assertThat(duplicates).isEqualTo(8);
        assertThat(countries).containsExactly("AU", "CA", "DE", "FR", "GB", "SE", "US");
        assertThat(invalid)
                .containsExactlyInAnyOrder(
                        "",
                        "n/a",
                        "555-0142",
                        "000-000-0000",
                        "(415) 555-019",
                        "+1 (999) 555-0100",
                        "312-555-O1Z3",
                        "1.31256E+10",
                        "ask his brother",
                        "+49 30 2312512345678901");
    }

    @Test
    void who_must_not_be_called_is_on_the_list() throws IOException {
        assertThat(numbers("contacts.csv", 3)).containsAll(numbers("do-not-call.csv", 0));
        assertThat(numbers("do-not-call.csv", 0)).hasSize(6);
    }

    /// Reserved for fiction or never given out: 555-01xx (NANPA), Ofcom, ACMA, ARCEP, BNetzA and PTS have such ranges.
    @Test
    void nobody_real_has_one_of_the_numbers() throws IOException {
        assertThat(numbers("contacts.csv", 3))
                .allMatch(number -> number.matches("\\+1\\d{3}55501\\d\\d"
                        + "|\\+44(2079460|1614960|1314960|1134960|2920180)\\d{3}"
                        + "|\\+61([23]5550\\d{4}|[23]7010\\d{4}|491570(006|15[6-9])|491571266)"
                        + "|\\+33(19900|26191|46571|53649)\\d{4}"
                        + "|\\+49(3023125|6990009|8999998|4066969)\\d{3}"
                        + "|\\+46(7017406|3139006)\\d\\d"));
    }

    private Set<String> numbers(String file, int column) throws IOException {
        Set<String> numbers = new HashSet<>();
        for (List<String> row : rows(file)) {
            if (phones.read(row.get(column), WORKSPACE_COUNTRY) instanceof PhoneReading.Valid phone) {
                numbers.add(phone.e164());
            }
        }
        return numbers;
    }

    private static List<List<String>> rows(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));
        CsvHead.Found head = (CsvHead.Found) CsvHead.read(bytes);
        int start = Math.toIntExact(head.rows().offset());
        var rows =
                new CsvRows(new ByteArrayInputStream(bytes, start, bytes.length - start), head.dialect(), head.rows());
        List<List<String>> cells = new ArrayList<>();
        while (rows.hasNext()) {
            cells.add(((CsvRow.Cells) rows.next()).cells());
        }
        return cells;
    }
}
