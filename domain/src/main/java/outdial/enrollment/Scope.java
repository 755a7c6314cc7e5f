package outdial.enrollment;

import java.time.LocalDate;
import java.util.List;
import outdial.campaign.CampaignId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// Something that limits calls at once, or how fast they start: a campaign, a caller number, a carrier.
public record Scope(String key) {
    private static final String NUMBER = "number#";
    private static final String CARRIER = "carrier#";
    private static final String DAY = "day#";

    public static Scope campaign(CampaignId id) {
        return new Scope("campaign#" + id);
    }

    public static Scope callerNumber(WorkspaceId workspace, PhoneNumber number) {
        return new Scope(NUMBER + workspace + "#" + number.e164());
    }

    /// All calls that a caller number starts on a day in UTC. Who holds it gives it back only where no call was
    /// placed.
    public static Scope day(WorkspaceId workspace, PhoneNumber number, LocalDate day) {
        return new Scope(DAY + day + "#" + workspace + "#" + number.e164());
    }

    /// Whether it counts calls that were started rather than calls under way.
    public boolean countsStarts() {
        return key.startsWith(DAY);
    }

    /// The caller number among the scopes a call holds; every call holds one.
    public static PhoneNumber callerNumberIn(List<Scope> scopes) {
        return scopes.stream()
                .map(Scope::key)
                .filter(key -> key.startsWith(NUMBER))
                .map(key -> new PhoneNumber(key.substring(key.indexOf('+'))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no caller number among " + scopes.size() + " scopes"));
    }

    public static Scope carrier(String name) {
        return new Scope(CARRIER + name);
    }

    /// The name of the carrier among the scopes a call holds; every call holds one.
    public static String carrierIn(List<Scope> scopes) {
        return scopes.stream()
                .map(Scope::key)
                .filter(key -> key.startsWith(CARRIER))
                .map(key -> key.substring(CARRIER.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no carrier among " + scopes.size() + " scopes"));
    }

    /// Without the caller number.
    @Override
    public String toString() {
        int plus = key.indexOf('+');
        return plus < 0 ? key : key.substring(0, plus) + new PhoneNumber(key.substring(plus));
    }
}
