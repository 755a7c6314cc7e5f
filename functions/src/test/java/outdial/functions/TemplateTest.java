package outdial.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What template.yaml and infrastructure/ promise, held without any tool of AWS.
final class TemplateTest {
    /// The lease of a reserved contact: a message that comes back later than this finds nothing to do.
    private static final int QUEUED_LEASE_SECONDS = 120;

    private final Template root = Template.read("template.yaml");
    private final Template messaging = Template.read("infrastructure/messaging.yaml");
    private final Template alarms = Template.read("infrastructure/alarms.yaml");

    @Test
    void every_function_is_a_class_that_can_be_built_here_and_on_aws() {
        List<String> handlers = functions()
                .map(function -> function.getValue().path("Handler").asText())
                .filter(handler -> isWritten(className(handler)))
                .toList();

        assertThat(handlers).allSatisfy(handler -> {
            Class<?> function = Class.forName(className(handler));
            assertThat(function.getConstructors())
                    .extracting(constructor -> List.of(constructor.getParameterTypes()))
                    .containsExactlyInAnyOrder(List.of(), List.of(Environment.class));
            assertThat(function.getMethods()).extracting(Method::getName).contains("handleRequest");
            assertThat(handler).endsWith("::handleRequest");
        });
    }

    @Test
    void every_function_starts_from_a_snapshot_of_a_published_version() {
        JsonNode shared = root.root().path("Globals").path("Function");

        assertThat(shared.path("Runtime").asText()).isEqualTo("java25");
        assertThat(shared.path("SnapStart").path("ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(shared.path("AutoPublishAlias").asText()).isEqualTo("live");
        assertThat(functions()).noneMatch(function -> function.getValue().has("SnapStart"));
    }

    @Test
    void every_function_logs_to_a_group_of_its_own_under_a_role_of_its_own() {
        assertThat(functions()).allSatisfy(function -> {
            String name = function.getKey();
            assertThat(function.getValue().at("/LoggingConfig/LogGroup/Ref").asText())
                    .isEqualTo(name + "Logs");
            assertThat(function.getValue().at("/Role/Fn::GetAtt").asText()).isEqualTo(name + "Role.Arn");
            assertThat(sub(root.properties(name + "Logs").path("LogGroupName")))
                    .isEqualTo("/aws/lambda/${Prefix}-" + name);
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_log_group_forgets(String file) {
        assertThat(Template.read(file).all("AWS::Logs::LogGroup"))
                .allSatisfy(group ->
                        assertThat(group.getValue().path("RetentionInDays")).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothing_is_allowed_to_do_everything_or_anywhere(String file) {
        List<String> tooWide = Template.read(file).allowed().stream()
                .flatMap(statement -> Stream.concat(
                        texts(statement.path("Action")).filter(action -> action.contains("*")),
                        texts(statement.path("Resource")).filter(resource -> resource.equals("*"))))
                .toList();

        assertThat(tooWide).isEmpty();
    }

    @Test
    void every_queue_hands_what_cannot_be_handled_to_a_queue_that_keeps_it_a_fortnight() {
        assertThat(queues()).isNotEmpty().allSatisfy(queue -> {
            String dead = queue.getKey().replaceAll("Queue$", "Dead");
            JsonNode redrive = queue.getValue().path("RedrivePolicy");
            assertThat(redrive.at("/deadLetterTargetArn/Fn::GetAtt").asText()).isEqualTo(dead + ".Arn");
            assertThat(redrive.path("maxReceiveCount").asInt()).isPositive();
        });
        assertThat(deadLetterQueues())
                .allSatisfy(queue -> assertThat(
                                queue.getValue().path("MessageRetentionPeriod").asInt())
                        .isEqualTo(14 * 24 * 60 * 60));
    }

    @Test
    void every_queue_of_a_function_bounds_its_concurrency_and_takes_failures_one_by_one() {
        assertThat(triggers("SQS")).isNotEmpty().allSatisfy(trigger -> {
            JsonNode properties = trigger.getValue();
            assertThat(properties.at("/ScalingConfig/MaximumConcurrency").asInt())
                    .isBetween(2, 1000);
            assertThat(texts(properties.path("FunctionResponseTypes"))).containsExactly("ReportBatchItemFailures");
        });
    }

    @Test
    void a_message_stays_hidden_six_times_as_long_as_its_function_may_run() {
        Map<String, Integer> hidden = new TreeMap<>();
        Map<String, Integer> expected = new TreeMap<>();

        triggers("SQS").forEach(trigger -> {
            String queue = trigger.getValue().at("/Queue/Fn::GetAtt").asText();
            String logicalId = queue.replaceAll("^Messaging\\.Outputs\\.|Arn$", "");
            hidden.put(
                    logicalId,
                    messaging.properties(logicalId).path("VisibilityTimeout").asInt());
            expected.put(
                    logicalId,
                    6 * root.properties(trigger.getKey()).path("Timeout").asInt());
        });

        assertThat(hidden).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void a_dial_message_that_comes_back_still_finds_its_lease() {
        assertThat(messaging.properties("DialQueue").path("VisibilityTimeout").asInt())
                .isLessThan(QUEUED_LEASE_SECONDS);
    }

    @Test
    void what_is_invoked_without_waiting_has_a_dead_letter_queue() {
        Set<String> withoutWaiting = new TreeSet<>(List.of("InboundMail"));
        Stream.of("EventBridgeRule", "ScheduleV2")
                .flatMap(this::triggers)
                .peek(trigger ->
                        assertThat(trigger.getValue().path("DeadLetterConfig")).isNotEmpty())
                .forEach(trigger -> withoutWaiting.add(trigger.getKey()));

        assertThat(withoutWaiting)
                .allSatisfy(name -> assertThat(root.properties(name)
                                .at("/DeadLetterQueue/TargetArn/Fn::GetAtt")
                                .asText())
                        .isEqualTo("Messaging.Outputs." + name + "DeadArn"));
    }

    @Test
    void every_function_and_every_dead_letter_queue_has_an_alarm() {
        Set<String> expected = functions()
                .map(function -> "${Prefix}-" + function.getKey() + "-errors")
                .collect(Collectors.toCollection(TreeSet::new));
        deadLetterQueues().forEach(queue -> expected.add(sub(queue.getValue().path("QueueName"))));

        List<String> names = alarms.all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> sub(alarm.getValue().path("AlarmName")))
                .toList();

        assertThat(names).containsAll(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    void tables_and_buckets_stay_when_the_stack_goes(String file) {
        Template template = Template.read(file);
        List<JsonNode> keepers = new ArrayList<>();
        Stream.of("AWS::DynamoDB::Table", "AWS::S3::Bucket")
                .flatMap(type -> template.all(type).stream())
                .forEach(kept -> keepers.add(template.root().path("Resources").path(kept.getKey())));

        assertThat(keepers).allSatisfy(resource -> {
            assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_table_can_go_back_in_time(String file) {
        assertThat(Template.read(file).all("AWS::DynamoDB::Table"))
                .allSatisfy(table -> assertThat(table.getValue()
                                .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                        .isTrue());
    }

    private static List<String> files() {
        return Template.files();
    }

    private Stream<Entry<String, JsonNode>> functions() {
        return root.all("AWS::Serverless::Function").stream();
    }

    private Stream<Entry<String, JsonNode>> queues() {
        return messaging.all("AWS::SQS::Queue").stream()
                .filter(queue -> !queue.getKey().endsWith("Dead"));
    }

    private Stream<Entry<String, JsonNode>> deadLetterQueues() {
        return messaging.all("AWS::SQS::Queue").stream()
                .filter(queue -> queue.getKey().endsWith("Dead"));
    }

    /// The properties of every trigger of the type, by the function it invokes.
    private Stream<Entry<String, JsonNode>> triggers(String type) {
        return functions()
                .flatMap(function -> StreamSupport.stream(
                                function.getValue().path("Events").spliterator(), false)
                        .filter(event -> event.path("Type").asText().equals(type))
                        .map(event -> Map.entry(function.getKey(), event.path("Properties"))));
    }

    private static String className(String handler) {
        return handler.replaceAll("::.*", "");
    }

    private static boolean isWritten(String className) {
        return TemplateTest.class.getResource("/" + className.replace('.', '/') + ".class") != null;
    }

    private static String sub(JsonNode value) {
        return value.path("Fn::Sub").asText();
    }

    private static Stream<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMany.asText());
    }
}
