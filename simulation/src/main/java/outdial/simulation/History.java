package outdial.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

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

    /// The latest events that name any of these ids; the latest of all where none does.
    List<String> about(Collection<String> ids, int latest) {
        List<String> named = events.stream()
                .filter(event -> event.isAbout(ids))
                .map(Event::toString)
                .collect(Collectors.toList());
        List<String> told =
                named.isEmpty() ? events.stream().map(Event::toString).toList() : named;
        return told.subList(Math.max(0, told.size() - latest), told.size());
    }
}
