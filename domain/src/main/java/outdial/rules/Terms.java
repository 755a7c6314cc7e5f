package outdial.rules;

import java.util.Optional;
import outdial.hours.Window;

/// What a campaign and its workspace bring along.
///
/// @param window stricter than the law or not; the law counts all the same
public record Terms(Optional<Window> window, Purpose purpose, Switches switches) {}
