package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CloudFormation's functions, as far as a template can be evaluated before anything exists.
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    /// Evaluates the argument of one function.
    private interface Rule {
        JsonNode apply(Stack stack, JsonNode argument, String where);
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("Ref", (stack, argument, where) -> stack.ref(argument.asText(), where)),
            Map.entry("Fn::GetAtt", Intrinsics::getAtt),
            Map.entry("Fn::Sub", Intrinsics::sub),
            Map.entry("Fn::Join", Intrinsics::join),
            Map.entry("Fn::Select", Intrinsics::select),
            Map.entry("Fn::Split", Intrinsics::split),
            Map.entry("Fn::FindInMap", Intrinsics::findInMap),
            Map.entry("Fn::If", Intrinsics::choose),
            Map.entry("Condition", (stack, argument, where) -> truth(stack.holds(argument.asText(), where))),
            Map.entry("Fn::Equals", Intrinsics::equal),
            Map.entry("Fn::Not", (stack, argument, where) -> truth(!holds(stack, argument.path(0), where))),
            Map.entry("Fn::And", (stack, argument, where) -> truth(all(stack, argument, where, true))),
            Map.entry("Fn::Or", (stack, argument, where) -> truth(!all(stack, argument, where, false))));

    private Intrinsics() {}

    /// A function call is a map of one entry whose key says so.
    static boolean isCall(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return false;
        }
        String name = node.fieldNames().next();
        // A Condition inside an IAM statement is a map and no call.
        return name.startsWith("Fn::")
                || name.equals("Ref")
                || (name.equals("Condition") && node.path(name).isTextual());
    }

    static JsonNode call(Stack stack, JsonNode node, String where) {
        String name = node.fieldNames().next();
        Rule rule = RULES.get(name);
        if (rule == null) {
            throw new TemplateRejected(
                    where,
                    "the local cloud does not know the function " + name + ". It knows "
                            + new TreeSet<>(RULES.keySet()));
        }
        return rule.apply(stack, node.path(name), where);
    }

    static boolean holds(Stack stack, JsonNode condition, String where) {
        return stack.resolve(condition, where, true).asBoolean();
    }

    private static JsonNode getAtt(Stack stack, JsonNode argument, String where) {
        String path = argument.isArray() ? String.join(".", texts(stack, argument, where)) : argument.asText();
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw new TemplateRejected(where, "GetAtt " + path + " names no attribute");
        }
        return stack.attribute(path.substring(0, dot), path.substring(dot + 1), where);
    }

    private static JsonNode sub(Stack stack, JsonNode argument, String where) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode own = argument.isArray() ? argument.path(1) : JsonNodeFactory.instance.objectNode();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (placeholder.find()) {
            String name = placeholder.group(2).strip();
            String value = placeholder.group(1).equals("!") ? "${" + name + "}" : substitute(stack, own, name, where);
            placeholder.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return TextNode.valueOf(placeholder.appendTail(result).toString());
    }

    private static String substitute(Stack stack, JsonNode own, String name, String where) {
        if (own.has(name)) {
            return stack.resolve(own.path(name), where, true).asText();
        }
        int dot = name.indexOf('.');
        boolean attribute = dot > 0 && !stack.refers(name);
        JsonNode value = attribute
                ? stack.attribute(name.substring(0, dot), name.substring(dot + 1), where)
                : stack.ref(name, where);
        return value.asText();
    }

    private static JsonNode join(Stack stack, JsonNode argument, String where) {
        JsonNode items = stack.resolve(argument.path(1), where, true);
        return TextNode.valueOf(String.join(argument.path(0).asText(), texts(stack, items, where)));
    }

    private static JsonNode select(Stack stack, JsonNode argument, String where) {
        JsonNode list = stack.resolve(argument.path(1), where, true);
        int index = stack.resolve(argument.path(0), where, true).asInt(-1);
        if (!list.has(index)) {
            throw new TemplateRejected(where, "Select " + index + " of a list of " + list.size());
        }
        return list.path(index);
    }

    private static JsonNode split(Stack stack, JsonNode argument, String where) {
        String text = stack.resolve(argument.path(1), where, true).asText();
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(Pattern.quote(argument.path(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode findInMap(Stack stack, JsonNode argument, String where) {
        List<String> keys = texts(stack, argument, where);
        JsonNode value = stack.mappings().at("/" + String.join("/", keys));
        if (keys.size() != 3 || value.isMissingNode()) {
            throw new TemplateRejected(where, "FindInMap finds nothing at " + keys);
        }
        return value;
    }

    private static JsonNode choose(Stack stack, JsonNode argument, String where) {
        boolean holds = stack.holds(argument.path(0).asText(), where);
        return stack.resolve(argument.path(holds ? 1 : 2), where, false);
    }

    private static JsonNode equal(Stack stack, JsonNode argument, String where) {
        List<String> sides = texts(stack, argument, where);
        return truth(sides.get(0).equals(sides.get(1)));
    }

    private static boolean all(Stack stack, JsonNode conditions, String where, boolean expected) {
        for (JsonNode condition : conditions) {
            if (holds(stack, condition, where) != expected) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(Stack stack, JsonNode list, String where) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(stack.resolve(item, where, true).asText()));
        return texts;
    }

    private static JsonNode truth(boolean value) {
        return BooleanNode.valueOf(value);
    }
}
