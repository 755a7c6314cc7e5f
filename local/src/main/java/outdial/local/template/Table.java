package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One DynamoDB table.
///
/// @param definition key schema, attributes, indexes and stream in the words of the CreateTable API
/// @param expiresBy the attribute of DynamoDB's time to live
public record Table(String name, JsonNode definition, Optional<String> expiresBy) {
    /// The same, of which nothing expires.
    public Table withoutExpiry() {
        return new Table(name, definition, Optional.empty());
    }
}
