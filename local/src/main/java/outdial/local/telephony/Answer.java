package outdial.local.telephony;

/// What the API answers.
sealed interface Answer {
    /// @param status 201 for a new call, 202 for an update
    record Accepted(int status, String transactionId) implements Answer {}

    record Refused(ApiError error, String message) implements Answer {}

    /// Nothing, for as long as the caller waits.
    record Silence() implements Answer {}
}
