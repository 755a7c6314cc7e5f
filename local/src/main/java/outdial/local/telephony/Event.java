package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Something in a call that its function is invoked for.
sealed interface Event {
    /// The service's name for it, in InvocationEventType.
    default String type() {
        return switch (this) {
            case NewOutboundCall _ -> "NEW_OUTBOUND_CALL";
            case Ringing _ -> "RINGING";
            case Answered _ -> "CALL_ANSWERED";
            case ActionSucceeded _ -> "ACTION_SUCCESSFUL";
            case ActionFailed _ -> "ACTION_FAILED";
            case ActionInterrupted _ -> "ACTION_INTERRUPTED";
            case UpdateRequested _ -> "CALL_UPDATE_REQUESTED";
            case HungUp _ -> HungUp.TYPE;
            case Repeated event -> event.eventType();
            case ReplyRefused _ -> "INVALID_LAMBDA_RESPONSE";
        };
    }

    /// Whether the actions of the reply are performed; of the other events only the attributes are kept.
    default boolean takesOrders() {
        return switch (this) {
            case Answered _ -> true;
            case ActionSucceeded _ -> true;
            case ActionFailed _ -> true;
            case UpdateRequested _ -> true;
            case ReplyRefused _ -> true;
            case NewOutboundCall _ -> false;
            case Ringing _ -> false;
            case ActionInterrupted _ -> false;
            case HungUp _ -> false;
            case Repeated _ -> false;
        };
    }

    record NewOutboundCall() implements Event {}

    record Ringing() implements Event {}

    record Answered() implements Event {}

    /// @param digits what was received; empty for an action that asks for none
    record ActionSucceeded(Action action, String digits) implements Event {}

    record ActionFailed(Action action, String errorType, String message) implements Event {}

    record ActionInterrupted(Action action) implements Event {}

    record UpdateRequested(Map<String, String> arguments) implements Event {
        public UpdateRequested {
            arguments = Map.copyOf(arguments);
        }
    }

    record HungUp(int sipCode) implements Event {
        static final String TYPE = "HANGUP";
    }

    record ReplyRefused(Reply.Refused why) implements Event {}

    /// An event whose reply was awaited when the network stopped: the call is over by now, so no order is followed.
    record Repeated(String eventType, ObjectNode actionData) implements Event {}
}
