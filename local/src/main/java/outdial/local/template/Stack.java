package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One template together with the values of its parameters: answers Ref, GetAtt and conditions when asked, so that
/// nested stacks may be written, and depend on each other, in any order.
final class Stack {
    /// What `AWS::NoValue` stands for: the property is not there.
    static final JsonNode NO_VALUE = MissingNode.getInstance();

    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");

    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

    private final String name;
    private final Path file;
    private final JsonNode root;
    private final Parameters parameters;
    private final Account account;
    private final Map<String, Stack> nested = new HashMap<>();
    private final Set<String> evaluating = new LinkedHashSet<>();

    Stack(String name, Path file, Map<String, JsonNode> given, Account account) {
        this.name = name;
        this.file = file;
        this.root = YamlFile.read(file);
        this.account = account;
        this.parameters = Parameters.of(root.path("Parameters"), given, file.toString());
        root.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section)) {
                throw new TemplateRejected(file.toString(), "the section " + section + " is not one of " + SECTIONS);
            }
        });
    }

    String where(String logicalId) {
        return file + ": " + logicalId;
    }

    Map<String, String> parameters() {
        return parameters.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().asText()));
    }

    JsonNode mappings() {
        return root.path("Mappings");
    }

    /// The resources whose condition holds, in the order written.
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        root.path("Resources").fieldNames().forEachRemaining(id -> {
            JsonNode condition = root.path("Resources").path(id).path("Condition");
            if (condition.isMissingNode() || holds(condition.asText(), where(id))) {
                resources.add(resource(id, where(id)));
            }
        });
        return resources;
    }

    /// A value with its functions evaluated: all the way down, or only at the top.
    JsonNode resolve(JsonNode raw, String where, boolean deep) {
        JsonNode node = raw;
        while (Intrinsics.isCall(node)) {
            node = Intrinsics.call(this, node, where);
        }
        if (!deep || !node.isContainerNode()) {
            return node;
        }
        return node.isArray() ? resolvedItems(node, where) : resolvedProperties(node, where);
    }

    private ArrayNode resolvedItems(JsonNode node, String where) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : node) {
            JsonNode value = resolve(item, where, true);
            if (!value.isMissingNode()) {
                items.add(value);
            }
        }
        return items;
    }

    private ObjectNode resolvedProperties(JsonNode node, String where) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(property -> {
            JsonNode value = resolve(property.getValue(), where, true);
            if (!value.isMissingNode()) {
                object.set(property.getKey(), value);
            }
        });
        return object;
    }

    boolean holds(String condition, String where) {
        JsonNode definition = root.path("Conditions").path(condition);
        if (definition.isMissingNode()) {
            throw new TemplateRejected(where, "there is no condition " + condition);
        }
        return Intrinsics.holds(this, definition, where(condition));
    }

    /// Ref can answer this name.
    boolean refers(String reference) {
        return pseudo(reference).isPresent()
                || parameters.value(reference).isPresent()
                || root.path("Resources").has(reference)
                || Generated.resource(reference, root.path("Resources")).isPresent();
    }

    JsonNode ref(String reference, String where) {
        if (reference.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        return pseudo(reference)
                .or(() -> parameters.value(reference))
                .orElseGet(() -> guarded(
                        reference,
                        where,
                        () -> TextNode.valueOf(identity(reference, where).ref())));
    }

    JsonNode attribute(String logicalId, String attribute, String where) {
        return guarded(logicalId + "." + attribute, where, () -> {
            Resource resource = resource(logicalId, where);
            if (NESTED.contains(resource.type())) {
                return nested(resource).output(attribute, where);
            }
            return TextNode.valueOf(identity(logicalId, where).attribute(attribute, where));
        });
    }

    /// The stack that a nested-stack resource stands for.
    Stack nested(Resource resource) {
        Stack known = nested.get(resource.logicalId());
        if (known != null) {
            return known;
        }
        JsonNode properties = Supported.table()
                .honoured(
                        Supported.table().resource(resource.type(), resource.where()),
                        resource.properties(),
                        this,
                        resource.where());
        String location = properties
                .path("TemplateURL")
                .asText(properties.path("Location").asText());
        Map<String, JsonNode> given = properties.path("Parameters").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Stack stack = new Stack(
                name + "-" + resource.logicalId(), file.resolveSibling(location).normalize(), given, account);
        nested.put(resource.logicalId(), stack);
        return stack;
    }

    static boolean isNested(Resource resource) {
        return NESTED.contains(resource.type());
    }

    private JsonNode output(String attribute, String where) {
        String output = attribute.startsWith("Outputs.") ? attribute.substring("Outputs.".length()) : attribute;
        JsonNode value = root.path("Outputs").path(output).path("Value");
        if (value.isMissingNode()) {
            throw new TemplateRejected(where, file + " has no output " + output);
        }
        return resolve(value, where("Outputs: " + output), true);
    }

    private Identity identity(String logicalId, String where) {
        Resource resource = resource(logicalId, where);
        Kind kind = Supported.table().resource(resource.type(), resource.where());
        JsonNode given =
                kind.name().isEmpty() ? NO_VALUE : resource.properties().path(kind.name());
        String physicalName = given.isMissingNode()
                ? name + "-" + logicalId
                : resolve(given, resource.where() + ": " + kind.name(), true).asText();
        return new Identity(kind, physicalName, logicalId, account);
    }

    /// The physical name, Ref and attributes of a resource.
    Identity identity(Resource resource) {
        return identity(resource.logicalId(), resource.where());
    }

    private Resource resource(String logicalId, String where) {
        JsonNode written = root.path("Resources").path(logicalId);
        JsonNode definition = written.isMissingNode()
                ? Generated.resource(logicalId, root.path("Resources")).orElse(NO_VALUE)
                : written;
        if (definition.isMissingNode()) {
            throw new TemplateRejected(where, "there is no parameter or resource " + logicalId);
        }
        String type = definition.path("Type").asText();
        JsonNode properties = Globals.merged(root.path("Globals"), type, definition.path("Properties"), file);
        return new Resource(logicalId, type, properties, where(logicalId));
    }

    private Optional<JsonNode> pseudo(String reference) {
        return switch (reference) {
            case "AWS::Region" -> Optional.of(TextNode.valueOf(account.region()));
            case "AWS::AccountId" -> Optional.of(TextNode.valueOf(account.id()));
            case "AWS::Partition" -> Optional.of(TextNode.valueOf("aws"));
            case "AWS::URLSuffix" -> Optional.of(TextNode.valueOf("amazonaws.com"));
            case "AWS::StackName" -> Optional.of(TextNode.valueOf(name));
            case "AWS::StackId" ->
                Optional.of(TextNode.valueOf("arn:aws:cloudformation:" + account.region() + ":" + account.id()
                        + ":stack/" + name + "/local"));
            case "AWS::NoValue" -> Optional.of(NO_VALUE);
            default -> Optional.empty();
        };
    }

    /// Turns two resources that need each other's ids into a message instead of a stack overflow.
    private JsonNode guarded(String reference, String where, java.util.function.Supplier<JsonNode> value) {
        if (!evaluating.add(reference)) {
            throw new TemplateRejected(where, "these refer to each other in a circle: " + evaluating);
        }
        try {
            return value.get();
        } finally {
            evaluating.remove(reference);
        }
    }
}
