package outdial.call;

import java.util.OptionalInt;

/// What a SIP response code means for a call that was never answered (RFC 3261 section 21; 607 is RFC 8197, 608 RFC
/// 8688). Amazon documents 0, 480 and 486 for SIP media applications; an unknown code counts as an attempt, to be
/// careful.
final class SipOutcomes {
    private SipOutcomes() {}

    static Outcome unanswered(OptionalInt code) {
        return switch (code.orElse(0)) {
            case 0, 408, 480, 487 -> Outcome.NO_ANSWER;
            case 486, 600 -> Outcome.BUSY;
            case 404, 410, 484, 604 -> Outcome.INVALID_NUMBER;
            case 403, 603, 607, 608 -> Outcome.REJECTED;
            case 488, 500, 501, 502, 503, 504 -> Outcome.CARRIER_ERROR;
            default -> Outcome.UNKNOWN;
        };
    }
}
