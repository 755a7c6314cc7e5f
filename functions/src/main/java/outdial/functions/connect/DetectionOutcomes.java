package outdial.functions.connect;

import java.util.Optional;
import outdial.call.Outcome;

/// What the answering-machine detection of Amazon Connect means for a call. An open set: what is not known, or not
/// certain, leaves the word to how the call ended.
final class DetectionOutcomes {
    private DetectionOutcomes() {}

    static Optional<Outcome> of(String status) {
        return switch (status) {
            case "VOICEMAIL_BEEP", "VOICEMAIL_NO_BEEP", "FAX_MACHINE_DETECTED" -> Optional.of(Outcome.VOICEMAIL);
            case "AMD_UNANSWERED" -> Optional.of(Outcome.NO_ANSWER);
            case "SIT_TONE_BUSY" -> Optional.of(Outcome.BUSY);
            case "SIT_TONE_INVALID_NUMBER" -> Optional.of(Outcome.INVALID_NUMBER);
            default -> Optional.empty();
        };
    }
}
