package outdial.report;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Status;

/// Compares a campaign's counters with its enrollments, a part of one campaign at a time. The counters follow
/// the enrollments by a stream, so a difference may only be on its way: counters are put right where two looks
/// more than a day apart found the same, and nothing was counted in between. By then the stream has forgotten
/// whatever it had not delivered before the first look, and whatever it has to deliver since adds up to
/// nothing.
///
/// One of a process: it remembers what it saw last.
public final class ProgressRecount {
    /// DynamoDB keeps a change in its stream for 24 hours
    /// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html>).
    static final Duration STREAM_FORGETS = Duration.ofHours(25);

    /// A part of more contacts is not read: that would take longer than a tick has.
    private static final int MOST_CONTACTS = 100_000;

    private static final int MOST_REMEMBERED = 10_000;

    private final Recounts recounts;
    private final Map<String, String> lastSequence = new HashMap<>();
    private int turn;

    public ProgressRecount(Recounts recounts) {
        this.recounts = recounts;
    }

    /// Counters that were wrong and are right now.
    public record Repair(Recounts.Part part, Map<Status, Long> found) {}

    /// Looks at one of the campaigns, each in its turn, and reads the contacts of one part of it at most.
    public Optional<Repair> look(List<CampaignRef> running, Instant now) {
        if (running.isEmpty()) return Optional.empty();
        turn = (turn + 1) % running.size();
        List<Recounts.Part> parts = recounts.parts(running.get(turn).id()).stream()
                .filter(this::isQuiet)
                .toList();
        return parts.stream()
                .filter(part -> isWorthALook(part, now))
                .findFirst()
                .flatMap(part -> looked(part, now));
    }

    /// Nothing was counted since the last time.
    private boolean isQuiet(Recounts.Part part) {
        if (lastSequence.size() >= MOST_REMEMBERED) lastSequence.clear();
        String before = lastSequence.put(part.name(), part.sequence());
        return part.sequence().equals(before);
    }

    private static Optional<Recounts.Look> before(Recounts.Part part) {
        return part.look().filter(look -> look.sequence().equals(part.sequence()));
    }

    /// What was found right is not looked at before something is counted again.
    private static boolean isWorthALook(Recounts.Part part, Instant now) {
        Optional<Recounts.Look> before = before(part);
        return before.isEmpty()
                || before.filter(look -> !look.found().equals(part.counts()))
                        .filter(look -> !now.isBefore(look.at().plus(STREAM_FORGETS)))
                        .isPresent();
    }

    private Optional<Repair> looked(Recounts.Part part, Instant now) {
        return recounts.count(part, MOST_CONTACTS)
                .map(found -> new Recounts.Look(part.sequence(), now, found))
                .flatMap(look -> settled(part, look));
    }

    private Optional<Repair> settled(Recounts.Part part, Recounts.Look look) {
        boolean twice = before(part)
                .filter(before -> before.found().equals(look.found()))
                .isPresent();
        if (twice && recounts.correct(part, look)) return Optional.of(new Repair(part, look.found()));
        // False where something was counted meanwhile: then there is nothing to keep.
        if (!twice) {
            var _ = recounts.note(part, look);
        }
        return Optional.empty();
    }
}
