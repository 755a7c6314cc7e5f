package outdial.local.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoGroups;
import outdial.functions.dynamo.DynamoImports;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.functions.phone.NumberingAtlas;
import outdial.functions.phone.NumberingPlans;
import outdial.imports.Books;
import outdial.imports.Desk;
import outdial.imports.ImportId;
import outdial.imports.Options;
import outdial.imports.RowsImporter;
import outdial.imports.Target;
import outdial.local.LocalStack;
import outdial.memory.MemoryChunkQueue;
import outdial.memory.MemoryMappings;
import outdial.memory.MemoryReports;
import outdial.memory.MemoryWakeups;
import outdial.memory.TestClock;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// What an import costs, counted from the requests that are sent to DynamoDB.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ImportBudgetTest {
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final int ROWS = 1_000;

    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void a_thousand_new_people_take_124_requests_that_write_of_130_allowed() {
        add("budget-phones", n -> Map.of("phone", "+1202555%04d".formatted(n), "name", "Person " + n));

        assertThat(writes.get()).isEqualTo(124);
        assertThat(reads.get()).isEqualTo(17);
    }

    @Test
    void their_emails_take_forty_more() {
        add("budget-emails", n -> Map.of("phone", "+1202555%04d".formatted(n), "email", "person" + n + "@example.com"));

        assertThat(writes.get()).isEqualTo(164);
    }

    @Test
    void people_who_are_there_already_take_fewer() {
        add("budget-again", n -> Map.of("phone", "+1202555%04d".formatted(n)));
        writes.set(0);

        add("budget-again", n -> Map.of("phone", "+1202555%04d".formatted(n)));

        assertThat(writes.get()).isEqualTo(83);
    }

    @Test
    void a_thousand_numbers_not_to_call_take_40_requests_that_write_of_45_allowed() {
        enter("budget-stop", "one");

        assertThat(writes.get()).isEqualTo(40);
        assertThat(reads.get()).isZero();
    }

    @Test
    void numbers_that_are_listed_already_are_read_once_more() {
        enter("budget-listed", "one");

        enter("budget-listed", "two");

        assertThat(writes.get()).isEqualTo(40);
        assertThat(reads.get()).isEqualTo(10);
    }

    private void enter(String workspace, String list) {
        List<Listing> listings = IntStream.range(0, ROWS)
                .mapToObj(n -> new Listing(
                        new DoNotCallEntry(
                                new WorkspaceId(workspace),
                                new PhoneNumber("+1202555%04d".formatted(n)),
                                Set.of(Channel.PHONE),
                                "IMPORT",
                                "",
                                NOON),
                        list + "#" + n))
                .toList();
        writes.set(0);
        reads.set(0);
        try (DynamoDbClient counting = counting()) {
            new DynamoDoNotCall(new Tables(counting, "outdial")).enter(listings);
        }
    }

    private void add(String workspace, IntFunction<Map<String, String>> row) {
        DynamoDbClient counting = counting();
        Tables tables = new Tables(counting, "outdial");
        Books books = books(tables);
        CampaignRef campaign = new CampaignRef(new WorkspaceId(workspace), new CampaignId(workspace));
        if (books.workspaces().add(new Workspace(campaign.workspace(), "W", "US", ZoneId.of("UTC"), NOON))) {
            books.campaigns().add(draft(campaign));
        }
        List<Map<String, String>> rows = IntStream.range(0, ROWS).mapToObj(row).toList();
        Desk desk = new Desk(
                new NumberingPlans(),
                new NumberingAtlas(),
                new MemoryReports(),
                new MemoryWakeups(),
                new TestClock(NOON));
        writes.set(0);
        reads.set(0);

        new RowsImporter(books, new MemoryMappings(), desk, new MemoryChunkQueue())
                .add(new RowsImporter.Request(
                        ImportId.of(NOON, workspace, Integer.toString(System.identityHashCode(rows))),
                        campaign.workspace(),
                        new Target.InCampaign(campaign.id()),
                        "test",
                        Options.USUAL,
                        rows));
        counting.close();
    }

    /// Another client of the shared database, whose requests are counted.
    private DynamoDbClient counting() {
        var shared = TemplateTables.shared().client().serviceClientConfiguration();
        return DynamoDbClient.builder()
                .endpointOverride(shared.endpointOverride().orElseThrow())
                .region(shared.region())
                .credentialsProvider(shared.credentialsProvider())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new Counter()))
                .build();
    }

    private static Books books(Tables tables) {
        Parallel parallel = new Parallel(8);
        return new Books(
                new DynamoWorkspaces(tables),
                new DynamoCampaigns(tables),
                new DynamoImports(tables),
                new DynamoContacts(tables, parallel),
                new DynamoDoNotCall(tables),
                new DynamoGroups(tables),
                new DynamoEnrollments(tables, parallel));
    }

    private static Campaign.Draft draft(CampaignRef ref) {
        Settings settings = new Settings(
                "Spring",
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Settings.Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Campaign.Draft(new Details(ref, settings, NOON, 1, 0));
    }

    private final class Counter implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            boolean read =
                    context.request() instanceof BatchGetItemRequest || context.request() instanceof QueryRequest;
            (read ? reads : writes).incrementAndGet();
        }
    }
}
