package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.workspace.Role;

/// What the columns of a campaign's lists mean.
final class MappingApiTest {
    private static final String MAPPING = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/mapping";

    private final ApiWorld world = new ApiWorld();

    @BeforeEach
    void campaign() {
        world.draft();
    }

    @Test
    void a_mapping_is_saved_read_and_forgotten() {
        String saved =
                "{\"columns\":{\"kunde\":\"custom.customer\",\"telefon\":\"phone\"},\"otherColumns\":\"IGNORE\"}";

        assertThat(world.as(Role.OPERATOR, "PUT", MAPPING, saved.replace("telefon", "Telefon"))
                        .body())
                .hasToString(saved);
        assertThat(world.get(MAPPING).body()).hasToString(saved);
        assertThat(world.as(Role.OPERATOR, "DELETE", MAPPING, "").status()).isEqualTo(204);
        assertThat(world.get(MAPPING).problem()).isEqualTo("404 not-found");
    }

    @Test
    void rows_of_a_request_are_read_by_the_saved_mapping() {
        world.as(Role.OPERATOR, "PUT", MAPPING, "{\"columns\":{\"handset\":\"phone\"}}");

        world.post(
                "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/contacts",
                "{\"contacts\":[{\"handset\":\"202-555-0134\"}],\"flags\":[\"vip\"],\"segment\":\"gold\"}");

        assertThat(world.get("/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/contacts")
                        .body()
                        .findValuesAsText("phone"))
                .containsExactly("+12025550134");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | 422 invalid-value columns",
                "{\"columns\":{\"a\":\"fone\"}}                  | 422 invalid-value columns.a",
                "{\"columns\":{\"a\":\"phone\",\"b\":\"phone\"}} | 422 invalid-value columns",
                "{\"columns\":[]}                                | 422 invalid-value columns",
                "{\"otherColumns\":\"DROP\"}                     | 422 invalid-value otherColumns"
            })
    void what_cannot_be_meant_is_refused(String body, String problem) {
        assertThat(world.as(Role.OPERATOR, "PUT", MAPPING, body).problem()).isEqualTo(problem);
    }
}
