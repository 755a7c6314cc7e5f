package outdial.local.telephony;

import java.util.List;
import java.util.Optional;
import outdial.local.telephony.Dialogue.Leg;

/// Where a call is.
sealed interface Phase {
    /// How the person's leg stands meanwhile.
    default Leg leg() {
        return switch (this) {
            case SettingUp _ -> Leg.UNANSWERED;
            case Ringing _ -> Leg.UNANSWERED;
            case Deciding _ -> Leg.CONNECTED;
            case Playing _ -> Leg.CONNECTED;
            case Collecting _ -> Leg.CONNECTED;
            case Silent _ -> Leg.CONNECTED;
            case Over _ -> Leg.DISCONNECTED;
        };
    }

    /// The action that is being performed.
    default Optional<Action> running() {
        return switch (this) {
            case Playing phase -> Optional.of(phase.action());
            case Collecting phase -> Optional.of(phase.action());
            case SettingUp _ -> Optional.empty();
            case Ringing _ -> Optional.empty();
            case Deciding _ -> Optional.empty();
            case Silent _ -> Optional.empty();
            case Over _ -> Optional.empty();
        };
    }

    /// The network looks for the phone.
    record SettingUp() implements Phase {}

    record Ringing() implements Phase {}

    /// Connected, and the function was asked what to do; `next` is done if it orders nothing else.
    record Deciding(List<Action> next) implements Phase {}

    record Playing(Action.Timed action, List<Action> next) implements Phase {}

    record Collecting(Action.Collect action, DigitCollection outcome, List<Action> next) implements Phase {}

    /// Connected, with nothing left to do: soon the person hangs up.
    record Silent() implements Phase {}

    record Over(int sipCode) implements Phase {}
}
