package outdial.formats.phone;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where something may be.
///
/// @param zones every time zone that is possible, IANA names; none where that is unknown
/// @param regions every country (`FR`, ISO 3166-1) or state and province (`US-FL`, ISO 3166-2) that is possible
public record Locality(SortedSet<String> zones, SortedSet<String> regions) {
    public static final Locality UNKNOWN = new Locality(Collections.emptySortedSet(), Collections.emptySortedSet());

    public Locality {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    static Locality of(Collection<String> zones, Collection<String> regions) {
        return new Locality(new TreeSet<>(zones), new TreeSet<>(regions));
    }

    boolean isUnknown() {
        return equals(UNKNOWN);
    }

    Locality union(Locality other) {
        SortedSet<String> allZones = new TreeSet<>(zones);
        allZones.addAll(other.zones);
        SortedSet<String> allRegions = new TreeSet<>(regions);
        allRegions.addAll(other.regions);
        return new Locality(allZones, allRegions);
    }
}
