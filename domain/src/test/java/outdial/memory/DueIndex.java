package outdial.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Lane;

/// Where enrollments wait and until when: in a lane until they are due, or among a campaign's leases until
/// their end.
final class DueIndex {
    private static final String LEASES = "leases";

    private final Map<Place, NavigableMap<Key, Enrollment>> places = new HashMap<>();

    private record Place(CampaignId campaign, String in) {}

    private record Key(Instant at, String contact) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::at).thenComparing(Key::contact).compare(this, other);
        }
    }

    void add(Enrollment enrollment) {
        key(enrollment).ifPresent(key -> at(place(enrollment)).put(key, enrollment));
    }

    void remove(Enrollment enrollment) {
        key(enrollment).ifPresent(key -> at(place(enrollment)).remove(key));
    }

    List<Enrollment> due(CampaignId campaign, Lane lane, Instant now, int limit) {
        return until(new Place(campaign, lane.key()), now, limit);
    }

    List<Enrollment> leases(CampaignId campaign, Instant end, int limit) {
        return until(new Place(campaign, LEASES), end, limit);
    }

    private List<Enrollment> until(Place place, Instant end, int limit) {
        // By hand: a stream of a part of a tree counts all of it first, and a lane may hold a million.
        List<Enrollment> found = new ArrayList<>();
        for (Enrollment enrollment :
                at(place).headMap(new Key(end, "\uffff"), true).values()) {
            if (found.size() == limit) break;
            found.add(enrollment);
        }
        return found;
    }

    private NavigableMap<Key, Enrollment> at(Place place) {
        return places.computeIfAbsent(place, _ -> new TreeMap<>());
    }

    private static Place place(Enrollment enrollment) {
        String in = enrollment instanceof Enrollment.Waiting waiting
                ? waiting.lane().key()
                : LEASES;
        return new Place(enrollment.id().campaign(), in);
    }

    private static Optional<Key> key(Enrollment enrollment) {
        String contact = enrollment.id().contact().value();
        return switch (enrollment) {
            case Enrollment.Waiting waiting -> Optional.of(new Key(waiting.dueAt(), contact));
            case Enrollment.Leased leased -> Optional.of(new Key(leased.leaseEnd(), contact));
            case Enrollment.Held _, Enrollment.Finished _ -> Optional.empty();
        };
    }
}
