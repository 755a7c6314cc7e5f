package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.functions.api.ApiWorld.Sent;

final class MailApiTest {
    private static final String MAIL = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/mail";

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_campaign_gets_an_address_with_its_first_senders() {
        world.draft();

        Sent before = world.get(MAIL);
        Sent put = world.send("PUT", MAIL, "{\"senders\":[\"Bob@Example.com\",\" ann@example.com \"]}");

        assertThat(before.problem()).isEqualTo("404 not-found");
        assertThat(put.body())
                .hasToString("{\"address\":\"token5f0c9e1b7a3d42c6e8f1@mail.example.com\","
                        + "\"senders\":[\"ann@example.com\",\"bob@example.com\"]}");
        assertThat(world.get(MAIL).body()).isEqualTo(put.body());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}                                            | 422 invalid-value senders",
                "{\"senders\":\"ann@example.com\"}             | 422 invalid-value senders",
                "{\"senders\":[\"ann@example.com\",\"ann\"]}   | 422 invalid-value senders[1]",
                "{\"senders\":[7]}                             | 422 invalid-value senders[0]",
            })
    void senders_are_addresses(String body, String problem) {
        world.draft();

        assertThat(world.send("PUT", MAIL, body).problem()).isEqualTo(problem);
    }

    @Test
    void the_address_of_another_workspaces_campaign_is_not_found() {
        world.draft();
        world.send("PUT", MAIL, "{\"senders\":[\"ann@example.com\"]}");

        assertThat(world.inWorkspace("other", "GET", MAIL, "").problem()).isEqualTo("404 not-found");
        assertThat(world.inWorkspace("other", "PUT", MAIL, "{\"senders\":[]}").problem())
                .isEqualTo("404 not-found");
    }
}
