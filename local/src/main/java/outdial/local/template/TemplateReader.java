package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a template and the templates nested in it.
public final class TemplateReader {
    /// What the SQS API takes as attributes, under the same names.
    private static final List<String> QUEUE_ATTRIBUTES =
            List.of("DelaySeconds", "ReceiveMessageWaitTimeSeconds", "VisibilityTimeout");

    private final List<Table> tables = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final List<Blueprint.EventBus> buses = new ArrayList<>();
    private final List<Blueprint.EventRule> eventRules = new ArrayList<>();
    private final Map<String, ReceiptRule> receiptRules = new LinkedHashMap<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<HttpApi> apis = new ArrayList<>();
    private final List<Blueprint.Permission> permissions = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();

    private TemplateReader() {}

    /// A template with the values its parameters have here.
    public record Template(Blueprint blueprint, Map<String, String> parameters) {
        public Template {
            parameters = Map.copyOf(parameters);
        }
    }

    /// What the template asks for, deployed under this stack name.
    ///
    /// @param parameters values for the template's parameters; the others have their defaults
    /// @throws TemplateRejected something in it is wrong, or not known to the local cloud
    public static Template read(Path file, String stackName, Map<String, String> parameters, Account account) {
        Map<String, JsonNode> given = parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> TextNode.valueOf(value.getValue())));
        Stack root = new Stack(stackName, file, given, account);
        TemplateReader reader = new TemplateReader();
        reader.read(root);
        reader.checkRoutes(file);
        return new Template(reader.blueprint(), root.parameters());
    }

    /// A route of an API that is not there would be one without an authorizer.
    private void checkRoutes(Path file) {
        List<String> known = apis.stream().map(HttpApi::id).toList();
        for (Function function : functions) {
            for (Trigger trigger : function.runs().triggers()) {
                if (trigger instanceof Trigger.Route route && !known.contains(route.api())) {
                    throw new TemplateRejected(
                            file + ": " + function.logicalId(),
                            "there is no AWS::Serverless::HttpApi " + route.api() + " for its route " + route.path());
                }
            }
        }
    }

    private Blueprint blueprint() {
        return new Blueprint(
                tables,
                queues,
                buckets,
                buses,
                eventRules,
                List.copyOf(receiptRules.values()),
                new Blueprint.Compute(functions, apis, permissions, roles));
    }

    private void read(Stack stack) {
        for (Resource resource : stack.resources()) {
            Kind kind = Supported.table().resource(resource.type(), resource.where());
            if (Stack.isNested(resource)) {
                read(stack.nested(resource));
            } else if (!kind.leftOut()) {
                JsonNode honoured = Supported.table().honoured(kind, resource.properties(), stack, resource.where());
                read(resource, new Properties(honoured, resource.where()), stack.identity(resource));
            }
        }
    }

    private void read(Resource resource, Properties properties, Identity identity) {
        switch (resource.type()) {
            case "AWS::DynamoDB::Table" -> tables.add(table(properties, identity));
            case "AWS::SQS::Queue" -> queues.add(queue(properties, identity));
            case "AWS::S3::Bucket" -> buckets.add(bucket(properties, identity));
            case "AWS::Events::EventBus" -> buses.add(new Blueprint.EventBus(identity.name()));
            case "AWS::Events::Rule" -> EventRules.rule(properties).ifPresent(eventRules::add);
            case "AWS::SES::ReceiptRuleSet" -> properties.text("RuleSetName");
            case "AWS::SES::ReceiptRule" -> MailRules.add(receiptRules, resource.logicalId(), properties);
            case "AWS::Serverless::Function" -> functions.add(FunctionReader.function(properties, identity));
            case "AWS::Serverless::HttpApi" -> apis.add(HttpApiReader.api(properties, identity));
            case "AWS::IAM::Role" -> roles.add(RoleReader.role(properties, identity));
            case "AWS::Lambda::Permission" ->
                permissions.add(new Blueprint.Permission(
                        Function.nameIn(properties.text("FunctionName")), properties.text("Principal")));
            default -> throw properties.rejected("supported.yaml lists " + resource.type() + " but nothing reads it");
        }
    }

    private static Table table(Properties properties, Identity identity) {
        ObjectNode definition = properties.node().deepCopy();
        definition.put("TableName", identity.name());
        definition.put("BillingMode", "PAY_PER_REQUEST");
        JsonNode expiry = definition.path("TimeToLiveSpecification");
        definition.remove("TimeToLiveSpecification");
        if (definition.path("StreamSpecification") instanceof ObjectNode stream) {
            stream.put("StreamEnabled", true);
        }
        boolean expires = expiry.path("Enabled").asBoolean();
        return new Table(
                identity.name(),
                definition,
                expires ? Optional.of(expiry.path("AttributeName").asText()) : Optional.empty());
    }

    private static Queue queue(Properties properties, Identity identity) {
        Map<String, String> attributes = new LinkedHashMap<>();
        QUEUE_ATTRIBUTES.forEach(name -> properties.optional(name).ifPresent(value -> attributes.put(name, value)));
        Properties redrive = properties.at("RedrivePolicy");
        Optional<Queue.Redrive> deadLetters = redrive.node().isObject()
                ? Optional.of(new Queue.Redrive(
                        redrive.text("deadLetterTargetArn"), Integer.parseInt(redrive.text("maxReceiveCount"))))
                : Optional.empty();
        return new Queue(identity.name(), identity.arn(), attributes, deadLetters);
    }

    private static Bucket bucket(Properties properties, Identity identity) {
        JsonNode node = properties.node();
        JsonNode eventBridge = node.path("NotificationConfiguration").path("EventBridgeConfiguration");
        List<Bucket.CorsRule> rules = properties.at("CorsConfiguration").list("CorsRules").stream()
                .map(rule -> new Bucket.CorsRule(
                        rule.texts("AllowedOrigins"),
                        rule.texts("AllowedMethods"),
                        rule.texts("AllowedHeaders"),
                        rule.texts("ExposedHeaders"),
                        rule.number("MaxAge")))
                .toList();
        return new Bucket(
                identity.name(),
                node.path("VersioningConfiguration").path("Status").asText().equals("Enabled"),
                eventBridge.isObject() && eventBridge.path("EventBridgeEnabled").asBoolean(true),
                rules);
    }
}
