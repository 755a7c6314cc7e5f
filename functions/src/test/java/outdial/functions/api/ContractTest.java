package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.event.EventType;
import outdial.export.Export;
import outdial.export.Selection;
import outdial.functions.api.ApiWorld.Sent;
import outdial.functions.api.Contract.Operation;
import outdial.imports.Chunk;
import outdial.imports.Columns;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.Options;
import outdial.imports.Place;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;
import outdial.phone.PhoneNumber;
import outdial.webhook.Secrets;
import outdial.webhook.Webhook;
import outdial.workspace.CallerNumber;
import outdial.workspace.Role;

/// infrastructure/openapi.yaml tells the whole truth.
final class ContractTest {
    private static final Map<String, List<String>> BEFORE = Map.of(
            "startOutreaches", List.of("start"),
            "pauseCampaign", List.of("start"),
            "resumeCampaign", List.of("start", "pause"));
    private static final Map<String, String> QUERY = Map.of(
            "removeFromDoNotCall", "?reason=confirmed%20by%20letter", "explainRules", "?phone=%2B12025550143&state=FL");

    private static final Details IMPORT = new Details(
            new ImportId("3nfbb3i2345672345672345672"),
            ApiWorld.ACME,
            new Target.AddressBook(),
            Source.UPLOAD,
            "people.csv",
            "0123456789ab",
            Options.USUAL,
            ApiWorld.NOW);

    private static final Export.Details EXPORT = new Export.Details(
            "3nfbb3i2345672345672345672",
            ApiWorld.ACME,
            new Selection.Calls(ApiWorld.CAMPAIGN.id()),
            "0123456789ab",
            ApiWorld.NOW);

    private final ApiWorld world = new ApiWorld();

    @Test
    void every_route_is_in_the_contract_and_the_other_way_round() {
        List<String> routes = Routes.of(world.ports).routes().stream()
                .map(route -> route.method() + " " + route.path().text())
                .toList();

        assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(world.contract.operations().stream()
                        .map(Operation::toString)
                        .toList());
    }

    @Test
    void what_only_administrators_may_is_said() {
        List<String> restricted = Routes.of(world.ports).routes().stream()
                .filter(route -> route.access() == Access.ADMINISTERS)
                .map(route -> route.method() + " " + route.path().text())
                .toList();

        assertThat(world.contract.operations())
                .filteredOn(operation -> operation.summary().endsWith("Needs the role ADMIN."))
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(restricted);
    }

    @Test
    void every_type_of_problem_is_in_the_contract_and_the_other_way_round() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri))
                .containsExactlyInAnyOrderElementsOf(
                        world.contract.problemTypes().toList());
    }

    /// `ApiWorld` holds each answer against its schema.
    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_takes_its_examples_and_answers_as_promised(Operation operation) {
        for (String body : operation.exampleBodies()) {
            ApiWorld fresh = prepared(operation);

            Sent sent = fresh.as(
                    Role.ADMIN,
                    operation.method(),
                    operation.examplePath() + QUERY.getOrDefault(operation.id(), ""),
                    body);

            assertThat(operation.succeedsWith(sent.status()))
                    .as("%s %s", sent.status(), sent.body())
                    .isTrue();
            if (!body.isEmpty())
                assertThat(world.contract.brokenRequest(operation, body)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_that_takes_a_body_refuses_a_field_it_does_not_know(Operation operation) {
        for (String body : operation.exampleBodies()) {
            if (body.isEmpty()) continue;
            ObjectNode more = ((ObjectNode) StrictJson.read(body).orElseThrow()).put("nobodyKnows", 1);

            Sent sent =
                    prepared(operation).as(Role.ADMIN, operation.method(), operation.examplePath(), more.toString());

            assertThat(sent.problem()).isEqualTo("422 unknown-field nobodyKnows");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_that_takes_no_body_refuses_one(Operation operation) {
        if (operation.definition().has("requestBody") || operation.id().equals("readHealth")) return;

        Sent sent = prepared(operation)
                .as(
                        Role.ADMIN,
                        operation.method(),
                        operation.examplePath() + QUERY.getOrDefault(operation.id(), ""),
                        "{\"nobodyKnows\":1}");

        assertThat(sent.problem()).isEqualTo("422 unknown-field nobodyKnows");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_refuses_a_query_parameter_that_it_does_not_know(Operation operation) {
        if (operation.id().equals("readHealth")) return;

        for (String body : operation.exampleBodies()) {
            Sent sent = prepared(operation)
                    .as(Role.ADMIN, operation.method(), operation.examplePath() + "?nobodyKnows=1", body);

            assertThat(sent.problem()).isEqualTo("422 unknown-field nobodyKnows");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_but_health_refuses_who_has_no_key(Operation operation) {
        ObjectNode event = Events.request(operation.method(), operation.examplePath(), "");
        event.withObject("/requestContext").remove("authorizer");

        Sent sent = world.send(event);

        assertThat(sent.problem()).isEqualTo(operation.id().equals("readHealth") ? "200" : "401 missing-key");
    }

    static Stream<Operation> operations() {
        return new Contract().operations().stream();
    }

    /// The import as the operation needs it.
    private static Import imported(ApiWorld world, String operation) {
        world.lists.drop("people.csv", "phone,pet\n2025550134,cat\n");
        ListFile file = world.lists.find("people.csv", "").orElseThrow();
        Import.Plan plan = new Import.Plan(new Layout("UTF-8", ',', List.of("phone", "pet")), new Import.Extent(1, 1));
        Tally one = new Tally(1, 0, 0, 0, 0, 0, 0, 0);
        world.imports.add(IMPORT.id(), new Chunk(1, new Place(10, 1, 2), file.bytes(), 1, Map.of()));
        return switch (operation) {
            case "confirmImport" -> new Import.AwaitingConfirmation(IMPORT, file, plan, one);
            case "cancelImport" -> new Import.AwaitingUpload(IMPORT, ApiWorld.NOW);
            case "resumeImport" ->
                new Import.Importing(IMPORT, file, plan, 1, Tally.NONE)
                        .fail(Failure.of(Failure.Reason.CHUNK_FAILED), ApiWorld.NOW);
            default -> new Import.Completed(IMPORT, file, Optional.of(plan), one, ApiWorld.NOW);
        };
    }

    /// What the examples take for granted.
    private static ApiWorld prepared(Operation operation) {
        ApiWorld world = new ApiWorld();
        PhoneNumber phone = new PhoneNumber("+12025550143");
        world.memory.workspaces().put(ApiWorld.ACME, new CallerNumber(phone, "Back office", "chime-sdk", 10));
        world.memory
                .doNotCall()
                .add(new DoNotCallEntry(
                        ApiWorld.ACME,
                        phone,
                        Set.of(Channel.PHONE),
                        "API",
                        "asked",
                        Instant.parse("2026-01-01T00:00:00Z")));
        world.mailboxes.set(ApiWorld.CAMPAIGN, Set.of());
        world.mappings.save(ApiWorld.CAMPAIGN, Columns.BY_NAME);
        world.imports.add(imported(world, operation.id()));
        addWebhook(world);
        assertThat(world.exports.add(new Export.Writing(EXPORT))).isTrue();
        world.draft();
        if (operation.id().endsWith("ableContact") || operation.id().equals("skipContact"))
            world.enrolled("jane", "+12025550144");
        if (operation.id().equals("startOutreaches")) world.edit("{\"executionMode\":\"MANUAL\"}");
        world.act(BEFORE.getOrDefault(operation.id(), List.of()).toArray(String[]::new));
        return world;
    }

    private static void addWebhook(ApiWorld world) {
        Webhook.Details details = new Webhook.Details(
                "7a1d2c3b4a5968778695",
                ApiWorld.ACME,
                URI.create("https://crm.example.com/outdial"),
                Set.of(EventType.CALL_ENDED),
                new Secrets("whsec_MQ=="),
                ApiWorld.NOW);
        assertThat(world.webhooks.add(new Webhook.Active(details, Optional.empty())))
                .isTrue();
    }
}
