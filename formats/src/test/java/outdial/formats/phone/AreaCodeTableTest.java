package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

final class AreaCodeTableTest {
    private static final Path FILE = Path.of("src/main/resources/outdial/formats/phone", NumberAreas.TABLE);

    @Test
    @EnabledIfSystemProperty(
            named = "outdial.regenerate",
            matches = "true",
            disabledReason = "writes the table; for a new libphonenumber")
    void it_is_written_anew() throws IOException {
        Files.writeString(FILE, new AreaCodeTable().text());
    }

    @Test
    void it_is_what_the_library_says() throws IOException {
        assertThat(Files.readString(FILE, StandardCharsets.UTF_8)).isEqualTo(new AreaCodeTable().text());
    }
}
