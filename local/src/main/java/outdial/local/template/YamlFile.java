package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML as CloudFormation does: `!Sub x` and `{"Fn::Sub": x}` are the same, dates stay text, a key is given once.
final class YamlFile {
    /// Tags that name a function without the `Fn::` in front.
    private static final Set<String> BARE = Set.of("Ref", "Condition");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;

    private YamlFile(String name) {
        this.name = name;
    }

    static JsonNode read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new TemplateRejected(path.toString(), "there is no such file");
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            return parse(path.toString(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    static JsonNode parse(String name, Reader reader) {
        try {
            return new YamlFile(name).tree(new Yaml(new LoaderOptions()).compose(reader));
        } catch (YAMLException e) {
            throw new TemplateRejected(name, "is not YAML: " + e.getMessage());
        }
    }

    private JsonNode tree(Node node) {
        JsonNode plain = switch (node) {
            case MappingNode mapping -> object(mapping);
            case SequenceNode sequence -> array(sequence);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new YAMLException("unexpected node " + node.getNodeId());
        };
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return plain;
        }
        String function = tag.substring(1);
        return JSON.objectNode().set(BARE.contains(function) ? function : "Fn::" + function, plain);
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        mapping.getValue().forEach(pair -> {
            String key = ((ScalarNode) pair.getKeyNode()).getValue();
            if (object.has(key)) {
                int line = pair.getKeyNode().getStartMark().getLine() + 1;
                throw new TemplateRejected(name + ":" + line, "the key " + key + " is given twice");
            }
            JsonNode value = tree(pair.getValueNode());
            if (!value.isNull()) {
                object.set(key, value);
            }
        });
        return object;
    }

    private ArrayNode array(SequenceNode sequence) {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(node -> array.add(tree(node)));
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Set.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT)));
        }
        if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return JSON.numberNode(Long.parseLong(text));
        }
        return JSON.textNode(text);
    }
}
