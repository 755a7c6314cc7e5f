package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// A list that is looked at before it is imported, and taken back afterwards.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ImportJourneyTest {
    private static final Path WORKBOOK = Path.of("../formats/src/test/resources/outdial/formats/sheet/poi.xlsx");

    private Deployment outdial;
    private String campaign = "";

    @BeforeEach
    void deploy() throws IOException {
        outdial = Deployment.with(People.all(Personas.INTERESTED));
        campaign = outdial.campaign(2, Map.of());
    }

    @AfterEach
    void stop() {
        outdial.close();
    }

    @Test
    void a_list_is_previewed_confirmed_and_undone() throws IOException {
        String path = upload(
                Map.of("preview", true, "columns", Map.of("Telefon", "phone"), "flags", List.of("fair")),
                "Telefon,company\n" + Lists.phone(1) + ",Acme\n" + Lists.phone(2) + ",Bell\n555,Cat\n");
        await(path, "AWAITING_CONFIRMATION");

        JsonNode preview = outdial.api.get(path + "/preview");
        assertThat(preview.path("columns").findValuesAsText("meaning")).containsExactly("phone", "company");
        assertThat(preview.path("rows").get(0).path("contact"))
                .hasToString("{\"phone\":\"" + Lists.phone(1) + "\",\"company\":\"Acme\",\"flags\":[\"fair\"]}");
        assertThat(preview.path("import").path("counts").path("imported").asInt())
                .isEqualTo(2);
        assertThat(people()).isZero();

        outdial.api.post(path + "/confirm", Map.of());
        await(path, "COMPLETED");
        assertThat(outdial.api.get(path).path("counts").path("invalid").asInt()).isEqualTo(1);
        Patiently.until("both wait in the campaign", () -> people() == 2);

        outdial.api.post(path + "/undo", Map.of());
        await(path, "UNDONE");
        assertThat(outdial.api.get(path).path("kept").asInt()).isZero();
        assertThat(people()).isZero();
        Patiently.until(
                "progress counts nobody",
                () -> outdial.api
                                .get("/campaigns/" + campaign + "/progress")
                                .path("total")
                                .asInt()
                        == 0);
    }

    /// Its columns are Name, Phone, Joined, ZIP, Note; row 2 of the sheet is the header, rows 3 and 5 are people.
    @Test
    void a_workbook_is_previewed_confirmed_and_undone_like_a_text() throws IOException {
        String path = uploadTo(campaign, Map.of("preview", true), RequestBody.fromFile(WORKBOOK));
        await(path, "AWAITING_CONFIRMATION");

        JsonNode preview = outdial.api.get(path + "/preview");
        assertThat(preview.path("rows").findValuesAsText("phone")).containsExactly("+12025550101", "+12025550102");
        assertThat(people()).isZero();

        outdial.api.post(path + "/confirm", Map.of());
        await(path, "COMPLETED");
        Patiently.until("both wait in the campaign", () -> people() == 2);

        outdial.api.post(path + "/undo", Map.of());
        await(path, "UNDONE");
        assertThat(people()).isZero();
    }

    @Test
    void a_list_writes_over_what_is_on_file() throws IOException {
        await(upload(Map.of(), "phone,company,email\n" + Lists.phone(1) + ",Acme,ann@example.com\n"), "COMPLETED");
        String other = outdial.campaign(1, Map.of());

        String path = uploadTo(
                other,
                Map.of("mode", "UPDATE"),
                RequestBody.fromString("phone,company,email\n" + Lists.phone(1) + ",Bell,ada@example.com\n"));
        await(path, "COMPLETED");

        assertThat(outdial.api.get(path).path("counts").path("updated").asInt()).isEqualTo(1);
    }

    private int people() throws IOException {
        return outdial.api
                .get("/campaigns/" + campaign + "/contacts")
                .path("items")
                .size();
    }

    private void await(String path, String status) throws IOException {
        Patiently.until(
                "the import is " + status,
                () -> outdial.api.get(path).path("status").asText().equals(status));
    }

    private String upload(Map<String, ?> wishes, String list) throws IOException {
        return uploadTo(campaign, wishes, RequestBody.fromString(list));
    }

    /// Puts the list where the link says, as its owner: links are good by the machine's time, which is not the
    /// deployment's. Answers the import's path.
    private String uploadTo(String to, Map<String, ?> wishes, RequestBody list) throws IOException {
        Map<String, Object> body = new HashMap<>(wishes);
        body.put("fileName", "leute.csv");
        body.put("campaignId", to);
        JsonNode upload = outdial.api.post("/imports", body);
        String[] place = URI.create(upload.path("uploadUrl").asText()).getPath().split("/", 3);
        try (S3Client s3 = outdial.cloud.clients().s3()) {
            s3.putObject(put -> put.bucket(place[1]).key(place[2]), list);
        }
        return "/imports/" + upload.path("importId").asText();
    }
}
