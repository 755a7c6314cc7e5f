package outdial.dialing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;

/// Compares the slots that are counted with those that enrollments hold. A count is put right where nothing
/// changed in the scope over three looks in a row, the last two of which found the same: so no claim on its way
/// is mistaken for a wrong count, and no slot of a live lease is freed, however far the index of leases lags. From
/// the first difference on the scope is watched, because a slot that one call hands to the next changes nothing. A
/// scope in which calls start and end all the time is left alone until it is quiet, at night at the latest.
/// What a caller number starts in a day is not held by anybody, and is not recounted.
///
/// One of a process: it remembers what it saw last.
public final class SlotRecount {
    /// More campaigns than these are not read in one look, and a part of them says nothing of what they share.
    private static final int MOST_CAMPAIGNS = 200;

    /// A campaign in which more is on is not quiet.
    private static final int MOST_LEASES = 1_000;

    /// Two looks of five minutes.
    private static final Duration WATCHED = Duration.ofMinutes(10);

    private final Books books;
    private final SlotCounts counts;
    private final Set<String> carriers;
    private final InstantSource clock;
    private Map<Scope, Look> last = Map.of();

    /// @param carriers the names of all that place calls
    public SlotRecount(Books books, SlotCounts counts, Set<String> carriers, InstantSource clock) {
        this.books = books;
        this.counts = counts;
        this.carriers = Set.copyOf(carriers);
        this.clock = clock;
    }

    /// What was seen of a scope; `held` where its holders were counted.
    private record Look(long changes, OptionalInt held) {}

    /// A count that was wrong and is right now.
    public record Repair(Scope scope, int counted, int held) {}

    /// @param running all campaigns that may hold slots
    public List<Repair> look(List<CampaignRef> running) {
        if (running.size() > MOST_CAMPAIGNS) return List.of();
        List<SlotCounts.Count> seen = counts.counts(scopes(running));
        Set<Scope> quiet = seen.stream()
                .filter(count -> before(count).isPresent())
                .map(SlotCounts.Count::scope)
                .collect(Collectors.toSet());
        Optional<Map<Scope, Integer>> held = quiet.isEmpty() ? Optional.empty() : held(running);
        List<Repair> repairs = held.stream()
                .flatMap(holders -> seen.stream().flatMap(count -> repaired(count, holders).stream()))
                .toList();
        last = seen.stream().collect(Collectors.toMap(SlotCounts.Count::scope, count -> {
            boolean counted = held.isPresent() && quiet.contains(count.scope());
            return new Look(count.changes(), counted ? heldOf(count, held.get()) : OptionalInt.empty());
        }));
        return repairs;
    }

    private static OptionalInt heldOf(SlotCounts.Count count, Map<Scope, Integer> holders) {
        return OptionalInt.of(holders.getOrDefault(count.scope(), 0));
    }

    /// What was seen of a scope in which nothing has changed since.
    private Optional<Look> before(SlotCounts.Count count) {
        return Optional.ofNullable(last.get(count.scope())).filter(look -> look.changes() == count.changes());
    }

    private Optional<Repair> repaired(SlotCounts.Count count, Map<Scope, Integer> holders) {
        int held = holders.getOrDefault(count.scope(), 0);
        Optional<Look> differs = before(count).filter(_ -> held != count.active());
        if (differs.isPresent()) counts.watch(count.scope(), clock.instant().plus(WATCHED));
        return differs.filter(look -> look.held().equals(OptionalInt.of(held)))
                .filter(_ -> counts.correct(count, held))
                .map(_ -> new Repair(count.scope(), count.active(), held));
    }

    private List<Scope> scopes(List<CampaignRef> running) {
        Stream<Scope> numbers = running.stream()
                .map(books.campaigns()::find)
                .flatMap(Optional::stream)
                .flatMap(SlotRecount::callerNumbers)
                .distinct();
        return Stream.of(
                        running.stream().map(ref -> Scope.campaign(ref.id())),
                        numbers,
                        carriers.stream().map(Scope::carrier))
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<Scope> callerNumbers(Campaign campaign) {
        return campaign.settings().callerNumbers().stream()
                .map(number -> Scope.callerNumber(campaign.ref().workspace(), number));
    }

    /// Empty where there are too many to tell.
    private Optional<Map<Scope, Integer>> held(List<CampaignRef> running) {
        Map<Scope, Integer> held = new HashMap<>();
        for (CampaignRef campaign : running) {
            List<Enrollment.Leased> leased = books.enrollments().leased(campaign.id(), MOST_LEASES);
            if (leased.size() == MOST_LEASES) return Optional.empty();
            leased.forEach(one -> one.scopes().forEach(scope -> held.merge(scope, 1, Integer::sum)));
        }
        return Optional.of(held);
    }
}
