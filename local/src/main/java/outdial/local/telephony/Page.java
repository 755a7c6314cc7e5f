package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.local.telephony.Dialogue.Leg;
import outdial.local.telephony.Dialogue.Notice;

/// All that the ledger knows of one call: its public record, and what it takes to tell the function of its end after a
/// restart.
///
/// @param sequence of the last event sent, 0 before the first
/// @param asking the event whose reply is awaited
/// @param told of the answer, and of the end
record Page(
        Ticket ticket,
        CallRecord call,
        int sequence,
        Optional<Note.Asked> asking,
        Map<String, String> attributes,
        Told told) {
    private static final String ANSWERED = new Event.Answered().type();

    /// What the function was told, or was being told when the network stopped.
    record Told(boolean answer, boolean end) {}

    static Page placed(String transactionId, Note.Placed placed, Instant at) {
        return new Page(
                new Ticket(transactionId, placed.callId(), placed.request(), at),
                CallRecord.placed(transactionId, placed.request(), Personas.nameOf(placed.persona()), at),
                0,
                Optional.empty(),
                Map.of(),
                new Told(false, false));
    }

    Page with(Note note, Instant at) {
        return switch (note) {
            case Note.Placed _ -> this;
            case Note.Rang _ -> with(call.ringing(at));
            case Note.Answered _ -> with(call.answered(at));
            case Note.Pressed(String keys) -> with(call.pressed(keys));
            case Note.Asked asked -> asked(asked);
            case Note.Heard _ -> new Page(ticket, call, sequence, Optional.empty(), attributes, told);
            case Note.Kept(Map<String, String> kept) -> new Page(ticket, call, sequence, asking, kept, told);
            case Note.Ended(int sipCode) -> with(call.ended(at, sipCode));
            case Note.Reported _ ->
                new Page(ticket, call, sequence, Optional.empty(), attributes, new Told(told.answer(), true));
        };
    }

    private Page asked(Note.Asked asked) {
        boolean answer = told.answer() || asked.eventType().equals(ANSWERED);
        return new Page(ticket, call, asked.sequence(), Optional.of(asked), attributes, new Told(answer, told.end()));
    }

    boolean reported() {
        return told.end();
    }

    /// The call as far as it had come. The event that the function was being told when the network stopped is told
    /// again under the same sequence number, as a retry would be.
    Call resumed(Person person) {
        Phase phase = call.sipCode()
                .<Phase>map(Phase.Over::new)
                .orElseGet(() -> call.answeredAt().isPresent() ? new Phase.Silent() : new Phase.Ringing());
        int heard = asking.isPresent() ? sequence - 1 : sequence;
        return new Call(ticket, person, phase, new Dialogue(heard, attributes, Optional.empty(), untold(), 0), 0, 0);
    }

    private List<Notice> untold() {
        boolean answerWaits = call.answeredAt().isPresent() && !told.answer();
        Stream<Notice> behind = answerWaits ? Stream.of(repeated(ANSWERED, Leg.CONNECTED)) : Stream.empty();
        return Stream.concat(underWay(), behind).toList();
    }

    /// The end of the call is told in any case.
    private Stream<Notice> underWay() {
        if (sequence == 0) return Stream.of(new Notice(new Event.NewOutboundCall(), Leg.UNANSWERED));
        return asking.stream()
                .filter(asked -> !asked.eventType().equals(Event.HungUp.TYPE))
                .map(asked -> new Notice(new Event.Repeated(asked.eventType(), asked.actionData()), asked.leg()));
    }

    private static Notice repeated(String eventType, Leg leg) {
        return new Notice(new Event.Repeated(eventType, JsonNodeFactory.instance.objectNode()), leg);
    }

    private Page with(CallRecord changed) {
        return new Page(ticket, changed, sequence, asking, attributes, told);
    }
}
