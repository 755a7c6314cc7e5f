package outdial.functions.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryIdempotency implements Idempotency {
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(
            Submission submission, Instant first, Instant lockedUntil, Instant expiresAt, Optional<Reply> reply) {}

    @Override
    public synchronized Claim claim(Submission submission, Instant now) {
        Entry entry = entries.get(submission.key());
        if (entry == null || !now.isBefore(entry.expiresAt())) return take(submission, now, now);
        boolean sameRequest = entry.submission().requestHash().equals(submission.requestHash());
        if (!sameRequest) return new Claim.OtherRequest();
        if (entry.reply().isPresent()) return new Claim.Answered(entry.reply().get());
        return now.isBefore(entry.lockedUntil()) ? new Claim.Running() : take(submission, entry.first(), now);
    }

    private Claim take(Submission submission, Instant first, Instant now) {
        entries.put(submission.key(), new Entry(submission, first, now.plus(LOCKED), now.plus(KEPT), Optional.empty()));
        return new Claim.Mine(first);
    }

    @Override
    public synchronized void keep(Submission submission, Reply reply, Instant now) {
        if (isMine(submission)) {
            entries.put(submission.key(), new Entry(submission, now, now, now.plus(KEPT), Optional.of(reply)));
        }
    }

    @Override
    public synchronized void release(Submission submission, Instant now) {
        if (isMine(submission)) entries.remove(submission.key());
    }

    private boolean isMine(Submission submission) {
        return Optional.ofNullable(entries.get(submission.key()))
                .filter(entry -> entry.submission().equals(submission))
                .isPresent();
    }
}
