package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import outdial.phone.PhoneNumber;

/// What the contact flow invokes the function with: `ContactFlowEvent` (Amazon Connect Administrator Guide, "Invoke
/// AWS Lambda functions"). The parameters are those of infrastructure/connect-flow.json.
public record FlowEvent(JsonNode json) {
    private static final String NAME = "ContactFlowEvent";

    public static boolean isOne(JsonNode json) {
        return json.path("Name").asText().equals(NAME);
    }

    /// `answered`, or `pressed` after a prompt.
    String event() {
        return parameter("event");
    }

    /// The prompt after which a key was, or was not, pressed was the last one.
    boolean lastPrompt() {
        return parameter("prompt").equals("last");
    }

    /// The key that was pressed; empty where none was, for which Connect stores the word `Timeout`.
    Optional<String> key() {
        return Optional.of(parameter("key")).filter(key -> key.matches("[0-9*#]"));
    }

    String contactId() {
        return contact().path("ContactId").asText();
    }

    Optional<ContactAttributes> attributes() {
        return ContactAttributes.read(contact().path("Attributes"));
    }

    /// The number that was called.
    PhoneNumber calledNumber() {
        return new PhoneNumber(
                contact().path("CustomerEndpoint").path("Address").asText());
    }

    private JsonNode contact() {
        return json.path("Details").path("ContactData");
    }

    private String parameter(String name) {
        return json.path("Details").path("Parameters").path(name).asText();
    }
}
