package outdial.local.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the ledger knows of one call: its public record, and what it takes to tell the function of its end after a
/// restart.
///
/// @param asked the last event sent
record Page(Ticket ticket, CallRecord call, Note.Asked asked, Map<String, String> attributes, boolean reported) {
    static Page placed(String transactionId, Note.Placed placed, Instant at) {
        return new Page(
                new Ticket(transactionId, placed.callId(), placed.request(), at),
                CallRecord.placed(transactionId, placed.request(), Personas.nameOf(placed.persona()), at),
                new Note.Asked(0, ""),
                Map.of(),
                false);
    }

    Page with(Note note, Instant at) {
        return switch (note) {
            case Note.Placed _ -> this;
            case Note.Rang _ -> with(call.ringing(at));
            case Note.Answered _ -> with(call.answered(at));
            case Note.Pressed(String keys) -> with(call.pressed(keys));
            case Note.Asked latest -> new Page(ticket, call, latest, attributes, reported);
            case Note.Kept(Map<String, String> kept) -> new Page(ticket, call, asked, kept, reported);
            case Note.Ended(int sipCode) -> with(call.ended(at, sipCode));
            case Note.Reported _ -> new Page(ticket, call, asked, attributes, true);
        };
    }

    /// The call as far as it had come. An end that was being told when the network stopped is told again under the
    /// same sequence number, as a retry would be.
    Call resumed(Person person) {
        Phase phase = call.sipCode()
                .<Phase>map(Phase.Over::new)
                .orElseGet(() -> call.answeredAt().isPresent() ? new Phase.Silent() : new Phase.Ringing());
        int sequence = asked.eventType().equals(Event.HungUp.TYPE) ? asked.sequence() - 1 : asked.sequence();
        return new Call(
                ticket, person, phase, new Dialogue(sequence, attributes, Optional.empty(), List.of(), 0), 0, 0);
    }

    private Page with(CallRecord changed) {
        return new Page(ticket, changed, asked, attributes, reported);
    }
}
