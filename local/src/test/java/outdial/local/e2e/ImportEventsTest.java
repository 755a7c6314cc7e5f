package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.campaign.Campaign;
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

    @Test
    void the_event_of_a_list_that_was_imported_changes_nothing() throws Exception {
        Campaign campaign = town.campaign();
        Import first = town.imported(campaign, "people.csv", "phone\n2025550101\n");
        String event = Files.readString(EVENTS.resolve("ImportPlanner/list-for-a-campaign.json"))
                .replaceAll("imports/[^\"]*", Town.key(campaign, "people.csv"))
                .replaceAll("\"version-id\": \"[^\"]*\",", "");

        invoke("ImportPlanner", event);

        assertThat(town.over(campaign, "people.csv")).isEqualTo(first);
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
