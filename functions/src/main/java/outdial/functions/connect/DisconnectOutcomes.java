package outdial.functions.connect;

import outdial.call.Outcome;

/// What the disconnect reason of a contact means that nobody answered (Amazon Connect Administrator Guide, data model
/// of contact records). The reasons that Connect could not even try are ours or the network's and cost no attempt; a
/// reason that is unknown counts as one, to be careful.
final class DisconnectOutcomes {
    private DisconnectOutcomes() {}

    static Outcome unanswered(String reason) {
        return switch (reason) {
            case "TELECOM_BUSY" -> Outcome.BUSY;
            case "TELECOM_NUMBER_INVALID" -> Outcome.INVALID_NUMBER;
            case "TELECOM_POTENTIAL_BLOCKING" -> Outcome.REJECTED;
            case "TELECOM_UNANSWERED",
                    "TELECOM_TIMEOUT",
                    "TELECOM_ORIGINATOR_CANCEL",
                    "RING_NO_ANSWER",
                    "CUSTOMER_DISCONNECT" -> Outcome.NO_ANSWER;
            case "OUTBOUND_DESTINATION_ENDPOINT_ERROR",
                    "OUTBOUND_RESOURCE_ERROR",
                    "OUTBOUND_ATTEMPT_FAILED",
                    "EXPIRED",
                    "DISCARDED" -> Outcome.CARRIER_ERROR;
            default -> Outcome.UNKNOWN;
        };
    }
}
