package outdial.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of events, by the names that those who listen know.
public enum EventType {
    IMPORT_COMPLETED,
    IMPORT_FAILED,
    CALL_ENDED,
    /// A late report says how a call really ended that was given up before.
    CALL_CORRECTED,
    CONTACT_OPTED_OUT,
    CAMPAIGN_STATUS_CHANGED,
    CAMPAIGN_COMPLETED,
    /// Asked for by hand, to see whether it arrives.
    WEBHOOK_TEST;

    /// Such as `campaign.status_changed`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /// Empty where no kind has this name.
    public static Optional<EventType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }
}
