package outdial.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// What happened lately; only what is told is put into words.
final class History {
    private static final int LONGEST_TEXT = 400;

    private final int most;
    private final Deque<Event> events = new ArrayDeque<>();

    /// Keeps the latest `most` events.
    History(int most) {
        this.most = most;
    }

    private record Event(Instant at, String who, String what, Object with, Object answer) {
        @Override
        public String toString() {
            String text = at + "  " + who + ": " + what + " " + with + " -> " + answer;
            return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        }

        boolean isAbout(Collection<String> ids) {
            String all = who + with + answer;
            return ids.stream().anyMatch(all::contains);
        }
    }

    void add(Instant at, Actor who, String what, Object with, Object answer) {
        if (events.size() == most) events.removeFirst();
        events.addLast(new Event(at, who.toString(), what, with, answer));
    }

    /// The latest events that name any of these ids, the latest of all where none does. What was only read is
    /// left out, but for what the one had read who broke the rule.
    List<String> about(Collection<String> ids, int latest) {
        List<Event> named = events.stream().filter(event -> event.isAbout(ids)).toList();
        List<Event> told = named.isEmpty() ? List.copyOf(events) : named;
        String last = told.isEmpty() ? "" : told.getLast().who();
        List<String> lines = told.stream()
                .filter(event ->
                        !Meddler.READS.contains(event.what()) || event.who().equals(last))
                .map(Event::toString)
                .toList();
        return lines.subList(Math.max(0, lines.size() - latest), lines.size());
    }
}
