package outdial.functions.dynamo;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.campaign.RetryRules.Cause;
import outdial.campaign.RetryRules.Rule;

/// Retry rules by cause as texts of an item, such as `2 PT1H`.
final class RetryTexts {
    private RetryTexts() {}

    static Map<String, String> of(Map<Cause, Rule> rules) {
        return rules.entrySet().stream()
                .collect(Collectors.toMap(
                        rule -> rule.getKey().name(),
                        rule -> rule.getValue().maxRetries() + " "
                                + rule.getValue().delay()));
    }

    static Map<Cause, Rule> byCause(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(text -> Cause.valueOf(text.getKey()), text -> rule(text.getValue())));
    }

    private static Rule rule(String text) {
        int cut = text.indexOf(' ');
        return new Rule(Integer.parseInt(text.substring(0, cut)), Duration.parse(text.substring(cut + 1)));
    }
}
