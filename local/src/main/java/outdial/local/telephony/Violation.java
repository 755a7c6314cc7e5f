package outdial.local.telephony;

/// A reply of the function that the service would not have taken, or a function that failed.
///
/// @param event the InvocationEventType that was replied to
/// @param errorType the service's name for it; or `DifferentReply`, if a repeated event was answered with other
///     actions; or `FunctionFailed`, if the function threw, or was silent for too long
public record Violation(String transactionId, int sequence, String event, String errorType, String message) {}
