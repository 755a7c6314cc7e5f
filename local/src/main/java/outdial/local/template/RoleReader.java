package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads the policies that are written into a role.
final class RoleReader {
    /// A statement with a Condition, a NotAction or a Deny would mean something else than what is understood of it.
    private static final Set<String> KNOWN = new TreeSet<>(Set.of("Action", "Effect", "Resource", "Sid"));

    private RoleReader() {}

    static Role role(Properties properties, Identity identity) {
        List<Statement> statements = new ArrayList<>();
        for (Properties policy : properties.list("Policies")) {
            Properties document = policy.at("PolicyDocument");
            for (JsonNode statement : list(document.node().path("Statement"))) {
                statements.add(statement(new Properties(statement, document.where())));
            }
        }
        return new Role(identity.arn(), statements);
    }

    private static Statement statement(Properties statement) {
        statement.node().fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw statement.rejected("the local cloud does not know " + name + " in a statement, only " + KNOWN);
            }
        });
        if (!statement.text("Effect").equals("Allow")) {
            throw statement.rejected("the local cloud knows only the Effect Allow");
        }
        return new Statement(texts(statement, "Action"), texts(statement, "Resource"));
    }

    private static List<String> texts(Properties statement, String name) {
        List<String> texts =
                list(statement.node().path(name)).stream().map(JsonNode::asText).toList();
        if (texts.isEmpty()) {
            throw statement.rejected("a statement needs " + name);
        }
        return texts;
    }

    /// IAM takes one or a list of them.
    private static List<JsonNode> list(JsonNode oneOrMany) {
        if (oneOrMany.isMissingNode()) {
            return List.of();
        }
        if (!oneOrMany.isArray()) {
            return List.of(oneOrMany);
        }
        List<JsonNode> list = new ArrayList<>();
        oneOrMany.forEach(list::add);
        return list;
    }
}
