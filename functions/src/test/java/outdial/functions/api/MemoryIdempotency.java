package outdial.functions.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryIdempotency implements Idempotency {
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Submission submission, Instant lockedUntil, Instant expiresAt, Optional<Reply> reply) {}

    @Override
    public synchronized Claim claim(Submission submission, Instant now) {
        Entry entry = entries.get(submission.key());
        boolean sameRequest = entry != null && entry.submission().requestHash().equals(submission.requestHash());
        if (entry == null
                || !now.isBefore(entry.expiresAt())
                || (sameRequest && entry.reply().isEmpty() && !now.isBefore(entry.lockedUntil()))) {
            entries.put(submission.key(), new Entry(submission, now.plus(LOCKED), now.plus(KEPT), Optional.empty()));
            return new Claim.Mine();
        }
        if (!sameRequest) return new Claim.OtherRequest();
        return entry.reply().<Claim>map(Claim.Answered::new).orElseGet(Claim.Running::new);
    }

    @Override
    public synchronized void keep(Submission submission, Reply reply, Instant now) {
        if (isMine(submission)) {
            entries.put(submission.key(), new Entry(submission, now, now.plus(KEPT), Optional.of(reply)));
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
