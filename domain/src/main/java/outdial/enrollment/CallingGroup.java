package outdial.enrollment;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.rules.Area;

/// The contacts of a campaign whose calling hours are decided alike: the same candidate time zones and regions.
/// A big group is spread over `shards` lanes (a power of two), because one partition takes 1,000 writes a
/// second.
public record CallingGroup(SortedSet<String> zones, SortedSet<String> regions, int shards) {
    public CallingGroup {
        zones = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        regions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        if (Integer.bitCount(shards) != 1)
            throw new IllegalArgumentException("shards must be a power of two, was " + shards);
    }

    /// The group of everybody who may be in this area.
    public static CallingGroup of(Area area, int shards) {
        return new CallingGroup(area.zones(), area.regionCodes(), shards);
    }

    /// Where its contacts may be.
    public Area area() {
        return Area.of(zones, regions);
    }

    /// Such as `America/Chicago+US`; the same for the same zones and regions.
    public String name() {
        return String.join("|", zones) + "+" + String.join("|", regions);
    }

    /// Where the contacts of a group with this name may be.
    public static Area areaOf(String name) {
        int cut = name.lastIndexOf('+');
        return Area.of(parts(name.substring(0, cut)), parts(name.substring(cut + 1)));
    }

    private static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }

    public Lane laneOf(String contactId) {
        return Lane.shard(name(), (contactId.hashCode() & Integer.MAX_VALUE) & (shards - 1));
    }

    /// All lanes, the urgent one first.
    public List<Lane> lanes() {
        return Stream.concat(
                        Stream.of(Lane.urgent(name())),
                        IntStream.range(0, shards).mapToObj(shard -> Lane.shard(name(), shard)))
                .toList();
    }
}
