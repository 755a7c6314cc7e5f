package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import outdial.campaign.Eligibility;
import outdial.campaign.Eligibility.Condition;
import outdial.campaign.Eligibility.Match;
import outdial.campaign.Eligibility.Operator;

/// Reads who may be in a campaign.
final class EligibilityReader {
    private static final int LONGEST_FIELD = 100;
    private static final int LONGEST_VALUE = 200;

    private EligibilityReader() {}

    /// Everybody, where the field is `null`.
    static Eligibility read(Fields body) {
        return body.object("eligibility", EligibilityReader::rules, "match", "conditions")
                .orElse(Eligibility.EVERYBODY);
    }

    private static Eligibility rules(Fields fields) {
        List<Condition> conditions =
                fields.list("conditions", Eligibility.MOST_CONDITIONS, EligibilityReader::condition);
        return new Eligibility(fields.choice("match", Match.class, Match.ALL), conditions);
    }

    private static Condition condition(String field, JsonNode node) {
        Fields fields = Fields.of(node, field, "field", "operator", "values");
        List<String> values = fields.list(
                "values", Condition.MOST_VALUES, (name, value) -> Fields.textOf(name, value, LONGEST_VALUE));
        String known = fields.text("field", LONGEST_FIELD);
        Operator operator = fields.choice("operator", Operator.class);
        try {
            return new Condition(known, operator, values);
        } catch (IllegalArgumentException refused) {
            throw Refusal.invalid(field, field + ": " + refused.getMessage() + ".");
        }
    }
}
