package outdial.dialing;

import outdial.rules.CallingHours;

/// Which calling groups of a campaign may be called at one moment.
public interface Openings {
    /// The answer for a group, by its name.
    OpenGroups.Decided decided(String group);

    default boolean isOpen(String group) {
        return decided(group).isOpen();
    }

    default CallingHours of(String group) {
        return decided(group).hours();
    }
}
