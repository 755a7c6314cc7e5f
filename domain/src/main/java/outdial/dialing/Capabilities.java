package outdial.dialing;

/// What a carrier can do beyond placing calls, and what it grants and costs where nothing else was agreed.
///
/// @param idempotentPlacement a request repeated with the same attempt, while its call is on, places no second call
/// @param describable a call can be looked up by the carrier's name for it, also after it ended
/// @param answeringMachineDetection the carrier tells a machine from a person
/// @param callsPerSecond calls that may start in a second before a quota is raised
/// @param microDollarsPerMinute what a connected minute costs, in millionths of a US dollar
public record Capabilities(
        boolean idempotentPlacement,
        boolean describable,
        boolean answeringMachineDetection,
        int callsPerSecond,
        long microDollarsPerMinute) {
    /// Calls are placed, and nothing more is known.
    public static final Capabilities NONE = new Capabilities(false, false, false, 1, 0);

    public Capabilities {
        if (callsPerSecond < 1)
            throw new IllegalArgumentException("calls per second must be at least 1, was " + callsPerSecond);
        if (microDollarsPerMinute < 0)
            throw new IllegalArgumentException("a minute cannot cost less than 0, was " + microDollarsPerMinute);
    }
}
