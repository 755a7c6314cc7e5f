package outdial.functions.chime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import outdial.phone.PhoneNumber;

/// What a call detail record of the Chime SDK says of an outbound call: that there was one, when it began, and
/// for how long it is billed, which is from the answer on. How it ended, and when it was answered, are in no
/// record. <https://docs.aws.amazon.com/chime-sdk/latest/dg/attributes.html>
///
/// @param billedSeconds 0 where nobody answered
public record CallDetail(
        String transactionId, PhoneNumber from, PhoneNumber to, Instant startedAt, long billedSeconds) {
    /// Empty for a record of another kind. All values of a record are texts, and its numbers come without a
    /// plus sign.
    ///
    /// @throws IllegalArgumentException a field is missing or no number
    static Optional<CallDetail> of(JsonNode json) {
        if (!json.path("Direction").asText().equals("Outbound")) return Optional.empty();
        boolean completed = text(json, "Status").equals("Completed");
        return Optional.of(new CallDetail(
                text(json, "TransactionId"),
                phone(json, "SourcePhoneNumber"),
                phone(json, "DestinationPhoneNumber"),
                Instant.ofEpochSecond(number(json, "TimeStampEpochSeconds")),
                completed ? number(json, "BillableDurationSeconds") : 0));
    }

    boolean isAnswered() {
        return billedSeconds > 0;
    }

    /// Not before this: how long the phone rang is not on record.
    Instant endedAt() {
        return startedAt.plusSeconds(billedSeconds);
    }

    private static PhoneNumber phone(JsonNode json, String field) {
        String digits = text(json, field);
        return new PhoneNumber(digits.startsWith("+") ? digits : "+" + digits);
    }

    /// NumberFormatException is an IllegalArgumentException that says the value.
    private static long number(JsonNode json, String field) {
        return Long.parseLong(text(json, field));
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).asText();
        if (text.isEmpty()) throw new IllegalArgumentException("a call detail record without " + field);
        return text;
    }
}
