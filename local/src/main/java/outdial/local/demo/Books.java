package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// What Outdial says of a campaign, as its API tells it.
///
/// @param contacts everybody in the campaign
/// @param calls every attempt, also those that the carrier did not take
public record Books(List<Contact> contacts, List<Attempt> calls) {
    /// Why an attempt has no SIP code and no answer: the carrier did not take it.
    private static final Set<String> NOT_PLACED = Set.of("CARRIER_ERROR", "INVALID_NUMBER");

    public Books {
        contacts = List.copyOf(contacts);
        calls = List.copyOf(calls);
    }

    /// @param status as in the API: COMPLETED, NO_ANSWER, FAILED, DO_NOT_CALL once nobody calls them any more
    /// @param attempts calls that count against the contact
    /// @param lastOutcome empty where nobody called
    public record Contact(String phone, String status, int attempts, String lastOutcome) {}

    /// @param outcome as in the API: INTERESTED, BUSY ...; empty while the call is on
    /// @param placed false where the carrier did not take the call, so that no phone rang
    public record Attempt(String id, String phone, String outcome, boolean placed) {}

    /// Asks the API for all of it.
    public static Books of(Api api, String campaign) throws IOException {
        String path = "/campaigns/" + campaign;
        return new Books(
                api.all(path + "/contacts").stream().map(Books::contact).toList(),
                api.all(path + "/calls").stream().map(Books::attempt).toList());
    }

    private static Books.Contact contact(JsonNode json) {
        return new Books.Contact(
                json.path("phone").asText(),
                json.path("status").asText(),
                json.path("attempts").asInt(),
                json.path("lastOutcome").asText());
    }

    private static Books.Attempt attempt(JsonNode json) {
        String outcome = json.path("outcome").asText();
        boolean refused = !json.hasNonNull("sipCode") && !json.hasNonNull("answeredAt") && NOT_PLACED.contains(outcome);
        return new Books.Attempt(
                json.path("attemptId").asText(), json.path("to").asText(), outcome, !refused);
    }
}
