package outdial.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A CloudFormation template as written: intrinsic functions stay as they are, `!Ref x` as `{"Ref": "x"}`.
record Template(JsonNode root) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    static Path path(String file) {
        return REPOSITORY.resolve(file);
    }

    static Template read(String file) {
        try (Reader reader = Files.newBufferedReader(path(file))) {
            Map<String, Object> parsed = new Yaml(new Tags()).load(reader);
            return new Template(JsonMapper.builder().build().valueToTree(parsed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// template.yaml and everything in infrastructure/ that is a template.
    static List<String> files() {
        try (Stream<Path> nested = Files.list(path("infrastructure"))) {
            Stream<String> names = nested.map(file -> "infrastructure/" + file.getFileName())
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith("/openapi.yaml"));
            return Stream.concat(Stream.of("template.yaml"), names).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode properties(String logicalId) {
        return root.path("Resources").path(logicalId).path("Properties");
    }

    /// The properties of every resource of the type, by logical id.
    List<Entry<String, JsonNode>> all(String type) {
        return root.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .map(resource ->
                        Map.entry(resource.getKey(), resource.getValue().path("Properties")))
                .toList();
    }

    /// Every statement that allows something, wherever it stands.
    List<JsonNode> allowed() {
        return root.findParents("Effect").stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .toList();
    }

    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(name.equals("Ref") ? name : "Fn::" + name, argument(node));
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("cannot read " + node);
            };
        }
    }
}
