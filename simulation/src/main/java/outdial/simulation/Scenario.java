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
        Duration length,
        Faults faults,
        List<JsonNode> campaigns,
        Optional<List<Map<String, String>>> people) {
    /// Moments worth beginning at: an ordinary Monday, both changes of the clock, and the turn of a year.
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T13:00:00Z"),
            Instant.parse("2026-03-06T13:00:00Z"),
            Instant.parse("2026-10-23T11:00:00Z"),
            Instant.parse("2026-12-30T12:00:00Z"));

    /// Calls a second.
    private static final List<Integer> PACES = List.of(2, 10, 100);

    /// From here on a scenario is big, and its limits are wide enough to call everybody in time.
    static final int MANY = 5_000;

    Scenario {
        campaigns = List.copyOf(campaigns);
    }

    static Scenario of(long seed, int contacts, Duration length, Faults faults) {
        return new Scenario(seed, contacts, length, faults, List.of(), Optional.empty());
    }

    Instant start() {
        return STARTS.get(Math.floorMod(seed, STARTS.size()));
    }

    Instant end() {
        return start().plus(length);
    }

    boolean isBig() {
        return people.map(List::size).orElse(contacts) > MANY;
    }

    /// In every other run of few made-up people only the campaigns' windows count, so that more calls meet.
    boolean isLawless() {
        return !isBig() && people.isEmpty() && seed % 2 != 0;
    }

    /// Where there are few people the carrier is tight, so that calls get into each other's way; slow in one run, and
    /// so
    /// quick in another that handlers do.
    CarrierTerms terms() {
        return isBig()
                ? CarrierTerms.perSecond("chime", 10_000, 200)
                : CarrierTerms.perSecond(
                        "chime", 5 + Math.floorMod(seed, 4), PACES.get(Math.floorMod(seed, PACES.size())));
    }

    int callerNumberLimit() {
        return isBig() ? 10_000 : 3 + Math.floorMod(seed, 3);
    }

    Scenario with(Faults fewer) {
        return new Scenario(seed, contacts, length, fewer, campaigns, people);
    }

    Scenario withContacts(int fewer) {
        return new Scenario(
                seed,
                fewer,
                length,
                faults,
                campaigns,
                people.map(rows -> rows.subList(0, Math.min(fewer, rows.size()))));
    }

    Scenario within(Duration less) {
        return new Scenario(seed, contacts, less, faults, campaigns, people);
    }
}
