package outdial.enrollment;

import java.util.Comparator;

/// Where in its calling group a contact waits: the urgent lane (promised retries, due callbacks), which is served
/// first, or one of the group's numbered shards.
public record Lane(String group, String place) {
    private static final String URGENT = "urgent";

    /// The order in which lanes are served.
    public static final Comparator<Lane> BY_URGENCY =
            Comparator.comparing((Lane lane) -> !lane.isUrgent()).thenComparing(Lane::key);

    public static Lane shard(String group, int shard) {
        return new Lane(group, Integer.toString(shard));
    }

    public static Lane urgent(String group) {
        return new Lane(group, URGENT);
    }

    public Lane asUrgent() {
        return urgent(group);
    }

    public boolean isUrgent() {
        return place.equals(URGENT);
    }

    /// `group#place`, the form in which lanes are stored.
    public String key() {
        return group + "#" + place;
    }

    public static Lane parse(String key) {
        int cut = key.lastIndexOf('#');
        return new Lane(key.substring(0, cut), key.substring(cut + 1));
    }
}
