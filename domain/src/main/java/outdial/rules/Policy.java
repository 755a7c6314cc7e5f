package outdial.rules;

import java.util.Optional;
import outdial.workspace.Stop;

/// What a workspace has decided about all of its calls: that there are none, and what it changed about the rules.
public record Policy(Optional<Stop> stop, Switches switches) {
    /// Calls go out, by the confirmed rules.
    public static final Policy USUAL = new Policy(Optional.empty(), Switches.UNTOUCHED);
}
