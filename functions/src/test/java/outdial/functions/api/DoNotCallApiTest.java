package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;
import outdial.functions.api.ApiWorld.Sent;
import outdial.workspace.Role;

final class DoNotCallApiTest {
    private static final String LIST = "/v1/do-not-call";

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_number_is_added_as_people_write_it_and_found_as_e164() {
        Sent added = world.post(LIST, "{\"phone\":\"(202) 555-0143\",\"reason\":\"asked at the desk\"}");

        assertThat(added.body()).hasToString("{\"phones\":[\"+12025550143\"]}");
        assertThat(world.get(LIST + "/%2B12025550143").body())
                .hasToString("{\"phone\":\"+12025550143\",\"channels\":[\"PHONE\"],\"source\":\"API\","
                        + "\"reason\":\"asked at the desk\",\"addedAt\":\"2026-03-02T15:00:00Z\"}");
        assertThat(world.get(LIST + "/+12025550143").status()).isEqualTo(200);
        assertThat(world.get(LIST + "/2025550143").status()).isEqualTo(200);
    }

    @Test
    void every_campaign_drops_a_number_at_once() {
        world.campaignAfter("start");
        Enrollment.Waiting waiting = world.enrolled("c1", "+12025550143");

        world.post(LIST, "{\"phone\":\"+12025550143\",\"reason\":\"asked\"}");

        assertThat(world.memory.enrollments().find(waiting.id()))
                .contains(new Enrollment.Finished(waiting.who(), Status.DO_NOT_CALL));
    }

    @Test
    void a_thousand_numbers_are_added_at_once_and_one_more_is_refused_whole() {
        Sent thousand = world.post(LIST, bulk(1000));
        Sent more = new ApiWorld().post(LIST, bulk(1001));

        assertThat(thousand.body().path("phones")).hasSize(1000);
        assertThat(more.problem()).isEqualTo("422 invalid-value phones");
    }

    private static String bulk(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"+1202%07d\"".formatted(2_000_000 + i))
                .collect(Collectors.joining(",", "{\"reason\":\"list\",\"phones\":[", "]}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"reason\":\"r\"}                                             | 422 invalid-value phones",
                "{\"phones\":[],\"reason\":\"r\"}                               | 422 invalid-value phones",
                "{\"phone\":\"+12025550143\",\"phones\":[],\"reason\":\"r\"}    | 422 invalid-value phones",
                "{\"phone\":\"+12025550143\"}                                   | 422 invalid-value reason",
                "{\"phone\":12025550143,\"reason\":\"r\"}                       | 422 invalid-value phone",
                "{\"phone\":\"12\",\"reason\":\"r\"}                            | 422 invalid-value phone",
                "{\"phones\":[\"+12025550143\",\"hello\"],\"reason\":\"r\"}     | 422 invalid-value phones[1]",
                "{\"phones\":\"+12025550143\",\"reason\":\"r\"}                 | 422 invalid-value phones",
            })
    void what_is_not_valid_is_refused_by_its_name_and_nobody_is_added(String body, String problem) {
        assertThat(world.post(LIST, body).problem()).isEqualTo(problem);
        assertThat(world.get(LIST).body()).hasToString("{\"items\":[]}");
    }

    @Test
    void a_number_leaves_the_list_only_with_a_reason() {
        world.post(LIST, "{\"phone\":\"+12025550143\",\"reason\":\"asked\"}");

        Sent without = world.send("DELETE", LIST + "/%2B12025550143", "");
        Sent with = world.send("DELETE", LIST + "/%2B12025550143?reason=by%20letter", "");
        Sent again = world.send("DELETE", LIST + "/%2B12025550143?reason=by%20letter", "");

        assertThat(without.problem()).isEqualTo("422 invalid-value reason");
        assertThat(with.status()).isEqualTo(204);
        assertThat(again.problem()).isEqualTo("404 not-found");
    }

    @Test
    void the_list_of_another_workspace_is_another_list() {
        world.post(LIST, "{\"phone\":\"+12025550143\",\"reason\":\"asked\"}");

        assertThat(world.inWorkspace("other", "GET", LIST, "").body()).hasToString("{\"items\":[]}");
        assertThat(world.inWorkspace("other", "DELETE", LIST + "/%2B12025550143?reason=r", "")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_viewer_reads_the_list_and_does_not_change_it() {
        Sent read = world.as(Role.VIEWER, "GET", LIST, "");
        Sent add = world.as(Role.VIEWER, "POST", LIST, "{\"phone\":\"+12025550143\",\"reason\":\"asked\"}");

        assertThat(read.status()).isEqualTo(200);
        assertThat(add.problem()).isEqualTo("403 role-not-allowed");
        assertThat(add.at("detail")).isEqualTo("This needs a key with the role ADMIN or OPERATOR; this key is VIEWER.");
    }
}
