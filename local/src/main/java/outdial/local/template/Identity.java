package outdial.local.template;

import java.util.Map;

/// What a resource is called once it exists.
record Identity(Kind kind, String name, String logicalId, Account account) {
    String ref() {
        return filled(kind.ref());
    }

    String arn() {
        return attribute("Arn", logicalId);
    }

    String attribute(String attribute, String where) {
        String template = kind.attributes().get(attribute);
        if (template != null) {
            return filled(template);
        }
        if (kind.leftOut() && attribute.endsWith("Arn")) {
            return filled("arn:aws:local:${Region}:${AccountId}:${Name}");
        }
        throw new TemplateRejected(
                where,
                "the local cloud does not know the attribute " + attribute + " of " + logicalId + ". It knows "
                        + kind.attributes().keySet());
    }

    private String filled(String template) {
        Map<String, String> values = Map.of(
                "${Name}", name,
                "${LogicalId}", logicalId,
                "${Region}", account.region(),
                "${AccountId}", account.id(),
                "${Endpoint}", account.endpoint().toString(),
                "${ApiEndpoint}", account.apiEndpoint().toString());
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
