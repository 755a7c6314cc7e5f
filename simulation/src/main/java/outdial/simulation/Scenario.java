package outdial.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.dialing.CarrierTerms;
import outdial.phone.PhoneNumber;
import outdial.workspace.CallerNumber;

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
    /// Moments worth beginning at: an ordinary Monday, both changes of the clock, Good Friday, the turn of a
    /// year, and a Monday that is a holiday in Louisiana and France.
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T13:00:00Z"),
            Instant.parse("2026-03-06T13:00:00Z"),
            Instant.parse("2026-10-23T11:00:00Z"),
            Instant.parse("2026-12-30T12:00:00Z"),
            Instant.parse("2026-04-03T12:00:00Z"),
            Instant.parse("2026-05-25T14:00:00Z"),
            Instant.parse("2026-06-10T21:30:00Z"));

    /// Calls a second.
    private static final List<Integer> PACES = List.of(2, 10, 100);

    private static final CarrierTerms OF_MANY = CarrierTerms.perSecond("chime", 10_000, 200);

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

    /// Where there are few people carriers are tight, so that calls get into each other's way; slow in one run,
    /// and so quick in another that handlers do.
    List<CarrierTerms> carriers() {
        if (isBig()) return List.of(OF_MANY, CarrierTerms.perSecond("connect", 10_000, 200));
        int pace = PACES.get(Math.floorMod(seed, PACES.size()));
        return List.of(
                CarrierTerms.perSecond("chime", 5 + Math.floorMod(seed, 4), pace),
                CarrierTerms.perSecond("connect", 2 + Math.floorMod(seed, 3), 1 + pace));
    }

    /// One for each carrier, and one that may start few calls a day where there are few people.
    List<CallerNumber> callers() {
        OptionalInt few = isBig() ? OptionalInt.empty() : OptionalInt.of(10 + Math.floorMod(seed, 30));
        return List.of(
                caller("+12025550199"),
                new CallerNumber(new PhoneNumber("+12025550198"), "Line", "connect", callerLimit()),
                new CallerNumber(new PhoneNumber("+12025550197"), "Line", "chime", callerLimit(), few));
    }

    /// Any other number.
    CallerNumber caller(String phone) {
        return new CallerNumber(new PhoneNumber(phone), "Line", "chime", callerLimit());
    }

    int callerLimit() {
        return isBig() ? 10_000 : 3 + Math.floorMod(seed, 3);
    }

    /// In two of three runs the carriers know what became of a call whose report got lost.
    boolean keepsRecords() {
        return Math.floorMod(seed, 3) != 0;
    }

    /// In one of six runs reports of calls are often told only when the next one is over, and no carrier has records.
    boolean isLateToTell() {
        return Math.floorMod(seed, 6) == 3;
    }

    /// In two of six runs messages between handlers are often late.
    boolean isSlow() {
        return Math.floorMod(seed, 6) > 3;
    }

    /// In one of six runs, in which the law counts and messages are late, few people are in every campaign.
    boolean isCrowded() {
        return Math.floorMod(seed, 6) == 4;
    }

    Scenario withSeed(long other) {
        return new Scenario(other, contacts, length, faults, campaigns, people);
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
