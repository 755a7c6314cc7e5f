package outdial.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.dialing.Law;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Switches;
import outdial.simulation.Statutes.Statute;

/// Which rules count for somebody, found out without the code under test: from the file of the rules, the
/// [Town]'s own table of places, and what the workspace has switched. Of people who are not of the town it
/// takes the word of the code under test for where they may be.
final class Lawbook {
    private static final List<Statute> STATUTES = Statutes.read();

    /// The first place on earth where a date begins.
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final Law law;

    Lawbook(Law law) {
        this.law = law;
    }

    /// What a campaign and its workspace want: with these settings, and these switches thrown.
    record Wishes(Settings settings, Switches switches) {}

    /// The clocks that say when somebody may be called.
    WallClock clockOf(PhoneNumber phone, Profile profile, Wishes wishes, Instant now) {
        Whereabouts where = whereabouts(phone, profile);
        List<LocalDate> closed = wishes.switches().blockedUntil().entrySet().stream()
                .filter(block -> where.touch(block.getKey().code()))
                .map(Map.Entry::getValue)
                .toList();
        return new WallClock(wishes.settings().window(), statutes(where, wishes, now), where.clocks(), closed);
    }

    /// The rules of the law that bind, wherever somebody may be.
    List<Statute> statutesFor(PhoneNumber phone, Profile profile, Wishes wishes, Instant now) {
        return statutes(whereabouts(phone, profile), wishes, now);
    }

    /// Without a window of the campaign's own there must be a rule for wherever somebody may be.
    boolean isKnown(PhoneNumber phone, Profile profile, Wishes wishes, Instant now) {
        Whereabouts where = whereabouts(phone, profile);
        boolean ruled = where.areAllIn(
                statutes(where, wishes, now).stream().map(Statute::region).toList());
        return wishes.settings().window().isPresent()
                || (wishes.switches().allOff().isEmpty() && !where.zones().isEmpty() && ruled);
    }

    private static List<Statute> statutes(Whereabouts where, Wishes wishes, Instant now) {
        Switches switches = wishes.switches();
        if (switches.allOff().isPresent()) return List.of();
        LocalDate today = now.atOffset(EASTERNMOST).toLocalDate();
        String purpose = wishes.settings().purpose().name();
        return STATUTES.stream()
                .filter(statute -> where.touch(statute.region()) && statute.isFor(purpose))
                .filter(statute -> statute.binding().hasCome(today))
                .filter(statute ->
                        statute.binding().confirmed() || switches.on().contains(statute.id()))
                .filter(statute -> !switches.off().containsKey(statute.id()))
                .toList();
    }

    private Whereabouts whereabouts(PhoneNumber phone, Profile profile) {
        Optional<Whereabouts> known = Whereabouts.of(phone, profile);
        return known.orElseGet(() -> {
            Area area = law.areaOf(phone, profile);
            return new Whereabouts(area.regionCodes(), area.zones());
        });
    }
}
