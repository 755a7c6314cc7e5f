package outdial.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.hours.ClosedUntil;
import outdial.hours.Hours;
import outdial.hours.Window;
import outdial.rules.CallingHours.Known;
import outdial.rules.CallingHours.Reason;
import outdial.rules.CallingHours.Unknown;

/// All rules of the law that are known, confirmed or not.
public record Rulebook(List<Rule> rules) {
    /// The last place on earth where a date ends.
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    public Rulebook {
        rules = List.copyOf(rules);
    }

    /// Those that come with the program.
    public static Rulebook shipped() {
        return Shipped.BOOK;
    }

    /// The intersection of the campaign's window and of every rule that binds anywhere in the area, in all of
    /// its zones. Worth keeping for a group of contacts: asking the hours again is cheap, but a rule that comes
    /// into force later counts only when the book is asked again.
    public CallingHours hours(Terms terms, Area area, Instant now) {
        List<Rule> binding = binding(terms, area, now);
        return gap(terms, area, binding).<CallingHours>map(Unknown::new).orElseGet(() -> known(terms, area, binding));
    }

    private List<Rule> binding(Terms terms, Area area, Instant now) {
        return rules.stream()
                .filter(rule -> terms.switches().apply(rule) && rule.binds(area, terms.purpose(), now))
                .toList();
    }

    private static Optional<Reason> gap(Terms terms, Area area, List<Rule> binding) {
        boolean hasWindow = terms.window().isPresent();
        if (!terms.switches().rulesOn()) return hasWindow ? zoneGap(terms, area) : Optional.of(Reason.NO_WINDOW);
        if (area.zones().isEmpty()) return Optional.of(Reason.NO_TIME_ZONE);
        if (area.regions().isEmpty() || (!hasWindow && !coversAll(area, binding)))
            return Optional.of(Reason.NO_RULE_FOR_COUNTRY);
        return Optional.empty();
    }

    private static Optional<Reason> zoneGap(Terms terms, Area area) {
        if (!area.zones().isEmpty()) return Optional.empty();
        return terms.window().filter(Window::isContactLocal).map(window -> Reason.NO_TIME_ZONE);
    }

    private static boolean coversAll(Area area, List<Rule> binding) {
        return area.regions().stream()
                .allMatch(region -> binding.stream().anyMatch(rule -> region.isWithin(rule.region())));
    }

    private static Known known(Terms terms, Area area, List<Rule> binding) {
        List<ZoneId> zones = area.zoneIds();
        Stream<Hours> lawful = zones.stream()
                .flatMap(zone -> binding.stream().map(rule -> rule.limits().in(zone)));
        Stream<Hours> own = terms.window().stream().map(window -> window.in(zones));
        return new Known(
                Hours.allOf(Stream.of(blocks(terms.switches(), area), own, lawful)
                        .flatMap(hours -> hours)
                        .toList()),
                binding.stream()
                        .flatMap(rule -> rule.limits().caps().stream())
                        .distinct()
                        .toList(),
                binding.stream()
                        .flatMap(rule -> rule.limits().quiets().stream())
                        .distinct()
                        .toList(),
                binding);
    }

    private static Stream<Hours> blocks(Switches switches, Area area) {
        return switches.blockedUntil().entrySet().stream()
                .filter(block -> area.mayBe(block.getKey()))
                .map(block -> new ClosedUntil(endOf(block.getValue(), area.zoneIds())));
    }

    private static Instant endOf(LocalDate date, Collection<ZoneId> zones) {
        return Stream.concat(zones.stream(), zones.isEmpty() ? Stream.of(LAST) : Stream.empty())
                .map(zone -> date.plusDays(1).atStartOfDay(zone).toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static final class Shipped {
        static final Rulebook BOOK = RulesFile.read();
    }
}
