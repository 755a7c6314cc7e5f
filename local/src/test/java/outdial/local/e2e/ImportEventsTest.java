package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.imports.Import;
import outdial.local.LocalStack;

/// What the sample events do where that which they tell of is there.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ImportEventsTest extends TownTest {
    private static final Path EVENTS = Path.of("..", "events");

    @Test
    void a_reply_is_sent_once_however_often_it_is_asked_for() throws Exception {
        String event = Files.readString(EVENTS.resolve("Messages/import-reply.json"));
        invoke("Messages", event);
        int sent = town.cloud().sentMail().size();

        invoke("Messages", event);

        assertThat(town.cloud().sentMail()).hasSize(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "list-for-a-campaign, patients.csv",
        "workbook-dropped   , patients.xlsx",
        "archive-dropped    , patients.zip"
    })
    void the_event_of_a_list_that_was_imported_changes_nothing(String event, String name) throws Exception {
        town.drop(Town.key(campaign, name), list(name));
        Import first = town.over(campaign, name);

        invoke("ImportPlanner", toldOf(Town.key(campaign, name), event));

        assertThat(first.tally().imported()).isEqualTo(2);
        assertThat(town.over(campaign, name)).isEqualTo(first);
    }

    private static byte[] list(String name) throws IOException {
        String list = "phone\n2025550101\n2025550102\n";
        return switch (name) {
            case "patients.xlsx" -> Packed.workbook();
            case "patients.zip" -> Packed.zip(list, "patients.csv");
            default -> list.getBytes(UTF_8);
        };
    }

    /// The sample event, of the object that is there now.
    private static String toldOf(String key, String event) throws IOException {
        String text = Files.readString(EVENTS.resolve("ImportPlanner/" + event + ".json"));
        String name = key.substring(key.lastIndexOf('/'));
        assertThat(text).contains(name + "\"");
        return text.replaceAll("imports/[^\"]*", key).replaceAll("\"version-id\": \"[^\"]*\",", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-attached", "not-authentic"})
    void a_mail_for_an_address_that_nobody_has_leaves_no_trace(String name) throws Exception {
        String event = Files.readString(EVENTS.resolve("InboundMail/" + name + ".json"));
        String messageId = event.replaceAll("(?s).*?\"messageId\": \"([^\"]*)\".*", "$1");
        town.store(messageId, "From: Jane <jane@example.com>\nSubject: Patients\n\nNothing attached.\n");
        int sent = town.cloud().sentMail().size();

        invoke("InboundMail", event);

        assertThat(town.cloud().sentMail()).hasSize(sent);
    }

    private void invoke(String function, String event) throws Exception {
        town.cloud().invoker().invoke(function, event.getBytes(UTF_8));
    }
}
