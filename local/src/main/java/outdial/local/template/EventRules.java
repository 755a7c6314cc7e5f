package outdial.local.template;

import java.util.List;
import java.util.Optional;

/// Reads rules of EventBridge that stand by themselves; those of functions are their triggers.
final class EventRules {
    private EventRules() {}

    /// Empty where the rule is switched off.
    static Optional<Blueprint.EventRule> rule(Properties properties) {
        String state = properties.optional("State").orElse("ENABLED");
        if (state.equals("DISABLED")) {
            return Optional.empty();
        }
        if (!state.equals("ENABLED")) {
            throw properties.rejected("the local cloud knows only the states ENABLED and DISABLED, was " + state);
        }
        if (!properties.node().path("EventPattern").isObject()) {
            throw properties.rejected("the local cloud knows only rules with an EventPattern");
        }
        List<String> targets = properties.list("Targets").stream()
                .map(target -> target.text("Arn"))
                .toList();
        for (String arn : targets) {
            if (!arn.startsWith("arn:aws:sqs:")) {
                throw properties.rejected("the local cloud knows only rules whose targets are queues, was " + arn);
            }
        }
        return Optional.of(new Blueprint.EventRule(
                properties.optional("EventBusName").orElse("default"),
                properties.node().path("EventPattern"),
                targets));
    }
}
