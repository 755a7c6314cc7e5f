package outdial.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.dialing.CarrierTerms;

/// What a run is about; the same scenario is the same run.
///
/// @param campaigns as the body of `POST /v1/campaigns` has them; none: made up from the seed
/// @param people rows as `POST /v1/campaigns/{campaignId}/contacts` has them; none: made up, as many as `contacts`
record Scenario(
        long seed,
        int contacts,
        int days,
        Faults faults,
        List<JsonNode> campaigns,
        Optional<List<Map<String, String>>> people) {
    /// Moments worth beginning at: an ordinary Monday, both changes of the clock, and the turn of a year.
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T13:00:00Z"),
            Instant.parse("2026-03-06T13:00:00Z"),
            Instant.parse("2026-10-23T11:00:00Z"),
            Instant.parse("2026-12-30T12:00:00Z"));

    /// From here on a scenario is big, and its limits are wide enough to call everybody in time.
    static final int MANY = 5_000;

    Scenario {
        campaigns = List.copyOf(campaigns);
    }

    static Scenario of(long seed, int contacts, int days, Faults faults) {
        return new Scenario(seed, contacts, days, faults, List.of(), Optional.empty());
    }

    Instant start() {
        return STARTS.get(Math.floorMod(seed, STARTS.size()));
    }

    Instant end() {
        return start().plus(Duration.ofDays(days));
    }

    boolean isBig() {
        return people.map(List::size).orElse(contacts) > MANY;
    }

    /// Of a carrier that is tight where there are few people, so that calls get into each other's way.
    CarrierTerms terms() {
        return isBig() ? CarrierTerms.perSecond("chime", 10_000, 200) : CarrierTerms.perSecond("chime", 5, 1);
    }

    int callerNumberLimit() {
        return isBig() ? 10_000 : 3;
    }

    Scenario with(Faults fewer) {
        return new Scenario(seed, contacts, days, fewer, campaigns, people);
    }

    Scenario withContacts(int fewer) {
        return new Scenario(
                seed,
                fewer,
                days,
                faults,
                campaigns,
                people.map(rows -> rows.subList(0, Math.min(fewer, rows.size()))));
    }

    Scenario withDays(int fewer) {
        return new Scenario(seed, contacts, fewer, faults, campaigns, people);
    }
}
