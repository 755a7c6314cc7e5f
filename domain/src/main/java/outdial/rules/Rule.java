package outdial.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// One rule of the law of `region`.
///
/// @param id its name in the file and in [Switches]
/// @param validFrom it binds from the first moment of this date anywhere on earth; empty where it has for years
public record Rule(
        String id,
        Region region,
        Set<Purpose> purposes,
        Optional<LocalDate> validFrom,
        Limits limits,
        Evidence evidence) {
    /// The first place on earth where a date begins.
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    public Rule {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty()) throw new IllegalArgumentException("rule " + id + " needs a purpose");
    }

    /// @param source where the rule is written, or who says so
    /// @param asOf when that was, as far as it is known: a year, a month, or empty
    public record Evidence(Confidence confidence, String source, String asOf) {}

    boolean binds(Area area, Purpose purpose, Instant now) {
        return area.mayBe(region) && purposes.contains(purpose) && isInForce(now);
    }

    /// Whether its date has come somewhere on earth.
    public boolean isInForce(Instant now) {
        LocalDate today = now.atOffset(FIRST).toLocalDate();
        return validFrom.stream().noneMatch(today::isBefore);
    }
}
