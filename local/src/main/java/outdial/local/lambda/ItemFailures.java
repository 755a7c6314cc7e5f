package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Reads the reply of a function with ReportBatchItemFailures as Lambda does: no reply or an empty list is success;
/// a list that names nothing known is failure of the whole batch.
final class ItemFailures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemFailures() {}

    /// The items that failed, of those that were handed over.
    static Set<String> in(byte[] reply, Collection<String> handedOver) {
        JsonNode failures = parsed(reply).path("batchItemFailures");
        Set<String> failed = new LinkedHashSet<>();
        for (JsonNode failure : failures) {
            String id = failure.path("itemIdentifier").asText();
            if (!handedOver.contains(id)) {
                return new LinkedHashSet<>(handedOver);
            }
            failed.add(id);
        }
        return failed;
    }

    private static JsonNode parsed(byte[] reply) {
        try {
            return JSON.readTree(reply);
        } catch (IOException e) {
            throw new IllegalArgumentException("the function's reply is not JSON", e);
        }
    }
}
