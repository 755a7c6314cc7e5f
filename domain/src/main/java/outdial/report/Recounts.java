package outdial.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.enrollment.Status;

/// The parts of a campaign's counters, and the enrollments that each part counts.
public interface Recounts {
    /// Strongly consistent; a part of which nothing was ever counted is left out.
    List<Part> parts(CampaignId campaign);

    /// The enrollments of a part by status, strongly consistent; empty where there are more than `most`.
    Optional<Map<Status, Long>> count(Part part, int most);

    /// Keeps with the part what was found; false, and nothing done, where something was counted since it was seen.
    boolean note(Part seen, Look look);

    /// Puts what was found in the place of what was counted, and keeps it with the part; false, and nothing
    /// done, where something was counted since it was seen.
    boolean correct(Part seen, Look look);

    /// @param sequence the last change that the counters include
    /// @param look what was found last, whatever was counted since
    record Part(CampaignId campaign, String name, String sequence, Map<Status, Long> counts, Optional<Look> look) {
        public Part {
            counts = some(counts);
        }
    }

    /// How many enrollments of each status there were, when the counters included that change.
    record Look(String sequence, Instant at, Map<Status, Long> found) {
        public Look {
            found = some(found);
        }
    }

    private static Map<Status, Long> some(Map<Status, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
