package outdial.rules;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where somebody may be: every time zone (IANA name) and every region that is possible. No zones means that
/// nothing is known of the time there. A country beside one of its own parts says nothing more and is left out,
/// so a country that is in here stands for somewhere unknown in it.
public record Area(SortedSet<String> zones, SortedSet<Region> regions) {
    public static final Area UNKNOWN = new Area(Collections.emptySortedSet(), Collections.emptySortedSet());

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public Area {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        regions = Collections.unmodifiableSortedSet(closest(regions));
        zones.forEach(ZoneId::of);
    }

    /// From the texts that a calling group holds. What is no zone of the IANA list, or no region as the `001` of
    /// satellite telephones, is left out; where that leaves nothing, nobody is called.
    public static Area of(Collection<String> zones, Collection<String> regionCodes) {
        return new Area(
                zones.stream().filter(ZONES::contains).collect(Collectors.toCollection(TreeSet::new)),
                regionCodes.stream()
                        .filter(Region::isCode)
                        .map(Region::new)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Anywhere that one of the two allows.
    public Area union(Area other) {
        return new Area(both(zones, other.zones), both(regions, other.regions));
    }

    public List<ZoneId> zoneIds() {
        return zones.stream().map(ZoneId::of).toList();
    }

    public SortedSet<String> regionCodes() {
        return regions.stream().map(Region::code).collect(Collectors.toCollection(TreeSet::new));
    }

    public SortedSet<Region> countries() {
        return regions.stream().map(Region::country).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether somebody in this area may be in that region.
    boolean mayBe(Region region) {
        return regions.stream().anyMatch(here -> here.mayBe(region));
    }

    boolean isWholeCountries() {
        return regions.equals(countries());
    }

    /// Whether every region of it, and there is one, is within one of those.
    boolean isWithin(Area whole) {
        return !regions.isEmpty()
                && regions.stream().allMatch(part -> whole.regions.stream().anyMatch(part::isWithin));
    }

    private static SortedSet<Region> closest(Collection<Region> regions) {
        return regions.stream()
                .filter(whole -> regions.stream().noneMatch(part -> !part.equals(whole) && part.isWithin(whole)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> SortedSet<T> both(SortedSet<T> some, SortedSet<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
