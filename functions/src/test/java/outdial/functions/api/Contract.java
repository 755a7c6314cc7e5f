package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// infrastructure/openapi.yaml, held literally: a field that it does not name is one too many.
final class Contract {
    private static final Path FILE = Path.of("../infrastructure/openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode root = read();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /// One method of one path, such as `POST` and `/v1/campaigns/{campaignId}/start`.
    record Operation(String method, String path, JsonNode item, JsonNode definition) {
        String id() {
            return definition.path("operationId").asText();
        }

        String summary() {
            return definition.path("summary").asText();
        }

        /// The path with the examples of its parameters.
        String examplePath() {
            String filled = path;
            for (JsonNode parameter : item.path("parameters")) {
                String name = parameter.path("name").asText();
                filled = filled.replace(
                        "{" + name + "}", parameter.path("example").asText());
            }
            return filled;
        }

        /// The bodies of its examples; one empty body where it takes none.
        List<String> exampleBodies() {
            List<String> bodies = definition.findValues("value").stream()
                    .map(JsonNode::toString)
                    .toList();
            return definition.has("requestBody") ? bodies : List.of("");
        }

        boolean succeedsWith(int status) {
            return status < 400 && definition.path("responses").has(Integer.toString(status));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                "/v1" + path.getKey(),
                                path.getValue(),
                                method.getValue())))
                .toList();
    }

    Operation operation(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation ->
                        PathTemplate.of(operation.path()).match(segments).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("openapi.yaml has no " + method + " " + path));
    }

    boolean hasPath(String path) {
        List<String> segments = List.of(path.split("/", -1));
        return operations().stream()
                .anyMatch(operation ->
                        PathTemplate.of(operation.path()).match(segments).isPresent());
    }

    /// What the response breaks of what the operation promises; empty where it keeps all of it.
    List<String> broken(Operation operation, int status, Map<String, String> headers, String body) {
        JsonNode responses = operation.definition().path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : responses.path("default");
        JsonNode content = response.path("content");
        if (content.isMissingNode()) return body.isEmpty() ? List.of() : List.of(status + " has a body");
        String type = headers.getOrDefault("content-type", "none").replaceFirst(";.*", "");
        if (!content.has(type)) return List.of(status + " of " + operation + " is " + type);
        return type.endsWith("json") ? errors(content.path(type).path("schema"), body) : List.of();
    }

    /// What a problem breaks that no operation answered.
    List<String> brokenProblem(String body) {
        return errors(root.at("/components/schemas/Problem"), body);
    }

    List<String> brokenRequest(Operation operation, String body) {
        return errors(operation.definition().at("/requestBody/content/application~1json/schema"), body);
    }

    Stream<String> problemTypes() {
        return root.at("/components/schemas/Problem/properties/type/enum")
                .valueStream()
                .map(JsonNode::asText);
    }

    private List<String> errors(JsonNode schema, String body) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.set("components", root.path("components"));
        document.putArray("allOf").add(schema);
        Schema compiled = schemas.getSchema(document);
        try {
            return compiled.validate(MAPPER.readTree(body)).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read() {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            Map<String, Object> parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            JsonNode tree = MAPPER.valueToTree(parsed);
            resolve(tree, tree);
            tree.path("components").path("schemas").forEach(Contract::close);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts parameters and responses in place of references to them; those to schemas are the validator's.
    private static void resolve(JsonNode root, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> object.set(entry.getKey(), target(root, entry.getValue())));
        }
        if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
            for (int i = 0; i < array.size(); i++) array.set(i, target(root, array.get(i)));
        }
        node.forEach(child -> resolve(root, child));
    }

    private static JsonNode target(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asText();
        if (reference.isEmpty() || reference.startsWith("#/components/schemas/")) return node;
        return root.at(reference.substring(1));
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.set("additionalProperties", BooleanNode.FALSE);
        }
        schema.forEach(Contract::close);
    }
}
