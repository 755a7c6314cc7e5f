package outdial.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads SES receipt rules, in the order in which SES applies them.
final class MailRules {
    private MailRules() {}

    static void add(Map<String, ReceiptRule> rules, String logicalId, Properties properties) {
        Properties rule = properties.at("Rule");
        if (properties.optional("After").isPresent() && !rules.containsKey(properties.text("After"))) {
            throw properties.rejected("After must name a receipt rule that is written further up");
        }
        String name = rule.optional("Name").orElse(logicalId);
        if (rule.flag("Enabled", false)) {
            rules.put(name, new ReceiptRule(name, rule.texts("Recipients"), actions(rule)));
        }
    }

    private static List<ReceiptRule.Action> actions(Properties rule) {
        List<ReceiptRule.Action> actions = new ArrayList<>();
        for (Properties action : rule.list("Actions")) {
            if (action.node().has("S3Action")) {
                Properties store = action.at("S3Action");
                actions.add(new ReceiptRule.Action.Store(
                        store.text("BucketName"),
                        store.optional("ObjectKeyPrefix").orElse("")));
            } else if (action.node().has("LambdaAction")) {
                actions.add(invoke(action.at("LambdaAction")));
            } else {
                actions.add(new ReceiptRule.Action.Stop());
            }
        }
        return actions;
    }

    private static ReceiptRule.Action invoke(Properties action) {
        if (!action.optional("InvocationType").orElse("Event").equals("Event")) {
            throw action.rejected("the local cloud knows only the InvocationType Event");
        }
        return new ReceiptRule.Action.Invoke(action.text("FunctionArn"));
    }
}
