package outdial.local.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What network and function say to each other about one call. One event is asked about at a time; the others wait
/// their turn, so that each carries the attributes that the replies before it left.
///
/// @param sequence of the last event sent, 0 before the first
/// @param asking the event whose reply is awaited
/// @param refusals so many replies in a row were refused
record Dialogue(
        int sequence, Map<String, String> attributes, Optional<Notice> asking, List<Notice> waiting, int refusals) {
    /// An event, with the person's leg as it was when the event happened.
    record Notice(Event event, Leg leg) {}

    /// The Status of the participant; before the answer it has none.
    enum Leg {
        UNANSWERED,
        CONNECTED,
        DISCONNECTED
    }

    static Dialogue begun() {
        return new Dialogue(0, Map.of(), Optional.empty(), List.of(), 0);
    }

    Dialogue later(Notice notice) {
        List<Notice> more = new ArrayList<>(waiting);
        more.add(notice);
        return new Dialogue(sequence, attributes, asking, List.copyOf(more), refusals);
    }

    Dialogue first(Notice notice) {
        List<Notice> more = new ArrayList<>(waiting);
        more.addFirst(notice);
        return new Dialogue(sequence, attributes, asking, List.copyOf(more), refusals);
    }

    Dialogue asked() {
        return new Dialogue(
                sequence + 1,
                attributes,
                Optional.of(waiting.getFirst()),
                waiting.subList(1, waiting.size()),
                refusals);
    }

    Dialogue answered() {
        return new Dialogue(sequence, attributes, Optional.empty(), waiting, refusals);
    }

    Dialogue keeping(Map<String, String> replaced) {
        return new Dialogue(sequence, Map.copyOf(replaced), asking, waiting, refusals);
    }

    Dialogue refused(int inARow) {
        return new Dialogue(sequence, attributes, asking, waiting, inARow);
    }

    Dialogue silenced() {
        return new Dialogue(sequence, attributes, asking, List.of(), refusals);
    }

    boolean awaitsOrders() {
        return waiting.stream().anyMatch(notice -> notice.event().takesOrders());
    }
}
