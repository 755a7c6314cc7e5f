package outdial.local.telephony;

/// A reply of the function that the service would not have taken, or a function that failed.
///
/// @param event the InvocationEventType that was replied to
/// @param errorType the service's name for it, `DifferentReply` for a repeated event that was answered with other
/// actions,
///     `FunctionFailed` for a function that threw, or was silent for too long
public record Violation(String transactionId, int sequence, String event, String errorType, String message) {}
