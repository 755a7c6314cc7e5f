package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.functions.api.ApiWorld.Sent;
import outdial.imports.Chunk;
import outdial.imports.Details;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.Options;
import outdial.imports.Place;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;
import outdial.workspace.Role;

/// What people ask of a list before and after it is imported.
final class ImportActionsApiTest {
    private static final ImportId ID = new ImportId("3nfbb3i2345672345672345672");
    private static final String IMPORT = "/v1/imports/" + ID;
    private static final String LIST = "phone,Vorname,score\n2025550134,Ada,90\n555,Bob,1\n2025550135,Cat,999\n";

    private final ApiWorld world = new ApiWorld();

    @BeforeEach
    void a_previewed_list() {
        world.draft();
        previewed(ID, new Target.InCampaign(ApiWorld.CAMPAIGN.id()));
    }

    private void previewed(ImportId id, Target target) {
        Details details = new Details(
                id, ApiWorld.ACME, target, Source.UPLOAD, "people.csv", "0123456789ab", Options.USUAL, ApiWorld.NOW);
        world.lists.drop("people.csv", LIST);
        ListFile file = world.lists.find("people.csv", "").orElseThrow();
        Import.Plan plan = new Import.Plan(
                new Layout("UTF-8", ',', List.of("phone", "Vorname", "score")), new Import.Extent(3, 1));
        world.imports.add(id, new Chunk(1, new Place(20, 1, 2), file.bytes(), 3, Map.of()));
        world.imports.add(new Import.AwaitingConfirmation(details, file, plan, new Tally(2, 0, 0, 0, 0, 0, 1, 1)));
    }

    @Test
    void a_preview_shows_columns_and_first_rows_as_they_are_stored() {
        JsonNode preview = world.get(IMPORT + "/preview").body();

        assertThat(preview.path("import").path("status").asText()).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(preview.path("columns"))
                .hasToString(
                        "[{\"name\":\"phone\",\"meaning\":\"phone\",\"samples\":[\"2025550134\",\"555\",\"2025550135\"]},"
                                + "{\"name\":\"Vorname\",\"meaning\":\"custom.Vorname\",\"samples\":[\"Ada\",\"Bob\",\"Cat\"]},"
                                + "{\"name\":\"score\",\"meaning\":\"score\",\"samples\":[\"90\",\"1\",\"999\"]}]");
        assertThat(preview.path("rows").get(0))
                .hasToString(
                        "{\"row\":2,\"contact\":{\"phone\":\"+12025550134\",\"score\":90,\"custom\":{\"Vorname\":\"Ada\"}},"
                                + "\"variables\":{\"Vorname\":\"Ada\"},\"warnings\":[]}");
        assertThat(preview.path("rows").get(1).path("problem").asText()).isNotEmpty();
        assertThat(preview.path("rows")
                        .get(2)
                        .path("warnings")
                        .get(0)
                        .path("column")
                        .asText())
                .isEqualTo("score");
    }

    @Test
    void a_preview_of_a_do_not_call_list_shows_its_entries() {
        ImportId id = new ImportId("3nfbb3i2345672345672345673");
        previewed(id, new Target.DoNotCallList());

        JsonNode preview = world.get("/v1/imports/" + id + "/preview").body();

        assertThat(preview.path("columns").findValuesAsText("meaning")).containsExactly("phone", "ignore", "ignore");
        assertThat(preview.path("rows").get(0))
                .hasToString("{\"row\":2,\"entry\":{\"phone\":\"+12025550134\",\"channels\":[\"PHONE\"],"
                        + "\"reason\":\"in the list people.csv\"},\"warnings\":[]}");
        assertThat(preview.path("rows").get(1).has("entry")).isFalse();
    }

    @Test
    void a_confirmed_list_is_imported() {
        assertThat(world.post(IMPORT + "/confirm", "").at("status")).isEqualTo("IMPORTING");
        assertThat(world.queue.take()).hasSize(1);
        assertThat(world.post(IMPORT + "/undo", "").problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void a_cancelled_list_is_not() {
        assertThat(world.post(IMPORT + "/cancel", "").at("status")).isEqualTo("CANCELLED");

        Sent confirmed = world.post(IMPORT + "/confirm", "");

        assertThat(confirmed.problem()).isEqualTo("409 action-not-allowed");
        assertThat(confirmed.at("detail"))
                .isEqualTo("The import is CANCELLED. Only one that awaits confirmation can be confirmed.");
    }

    @Test
    void a_campaign_that_is_over_takes_no_confirmed_list() {
        world.act("cancel");

        assertThat(world.post(IMPORT + "/confirm", "").problem()).isEqualTo("409 action-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "cancel", "resume", "undo"})
    void only_an_operator_decides_and_only_about_what_is_there(String action) {
        assertThat(world.as(Role.INGEST, "POST", IMPORT + "/" + action, "").status())
                .isEqualTo(403);
        assertThat(world.post("/v1/imports/nobody/" + action, "").problem()).isEqualTo("404 not-found");
    }

    @Test
    void columns_are_guessed_from_the_beginning_of_a_list() {
        Sent guess = world.post(
                "/v1/imports/columns",
                "{\"sample\":\"Telefon;Vorname;note\\n"
                        + "+4930901820;Ada;x\\n"
                        + "\",\"columns\":{\"telefon\":\"phone\"},\"otherColumns\":\"IGNORE\"}");

        assertThat(guess.at("delimiter")).isEqualTo(";");
        assertThat(guess.body().findValuesAsText("meaning")).containsExactly("phone", "ignore", "ignore");
    }

    @Test
    void the_saved_mapping_of_a_campaign_counts_in_a_guess() {
        world.as(
                Role.OPERATOR,
                "PUT",
                "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/mapping",
                "{\"columns\":{\"telefon\":\"phone\"}}");

        Sent guess = world.post(
                "/v1/imports/columns",
                "{\"sample\":\"Telefon,note\\n+4930901820,x\\n\",\"campaignId\":\"" + ApiWorld.CAMPAIGN.id() + "\"}");

        assertThat(guess.body().findValuesAsText("meaning")).containsExactly("phone", "custom.note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | 422 invalid-value sample",
                "{\"sample\":\"2025550134,Ada\\n\"}      | 422 invalid-value sample",
                "{\"sample\":\"phone\",\"campaignId\":\"x\"} | 404 not-found"
            })
    void a_sample_without_names_tells_nothing(String body, String problem) {
        assertThat(world.post("/v1/imports/columns", body).problem()).isEqualTo(problem);
    }

    @Test
    void the_template_is_a_list_of_which_every_row_can_be_imported() {
        Sent template = world.get("/v1/imports/template");

        assertThat(template.headers()).containsEntry("content-type", "text/csv; charset=utf-8");
        List<String> lines = template.body().asText().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("phone,first_name,last_name,email");
        Sent guess = world.post("/v1/imports/columns", "{\"sample\":" + template.body() + "}");
        assertThat(guess.body().findValuesAsText("meaning"))
                .doesNotContain("ignore")
                .noneMatch(meaning -> meaning.startsWith("custom"));
        assertThat(Optional.of(lines.get(1)))
                .hasValueSatisfying(line -> assertThat(line).contains("+12025550134"));
    }
}
