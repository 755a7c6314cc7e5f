package outdial.local.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays a call by hand, without threads or time, and writes down what it decides.
final class Script {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Effect> effects = new ArrayList<>();
    private Call call;

    Script(Persona persona) {
        var request = new CallRequest("app", "+12065550100", "+12065550101", Map.of());
        call = Call.placed(
                new Ticket("transaction", "leg", request, NOON), Person.of(persona, new Dice(1, "somebody")));
    }

    Script place() {
        return signal(new Signal.Placed());
    }

    /// Replies to the event that is being asked about; empty for a reply that orders nothing.
    Script reply(String json) {
        String reply = json.isEmpty() ? "{\"SchemaVersion\":\"1.0\"}" : json;
        boolean over = call.dialogue().asking().orElseThrow().event() instanceof Event.HungUp;
        return signal(new Signal.Replied(
                call.dialogue().sequence(), over ? new Reply.Unread() : ReplyReader.read(reply, "leg")));
    }

    boolean isAsking() {
        return call.dialogue().asking().isPresent();
    }

    boolean isOver() {
        return call.over();
    }

    /// Lets the time pass that the current step takes.
    Script pass() {
        return signal(new Signal.Elapsed(call.step()));
    }

    Script signal(Signal signal) {
        Call.Step step = call.on(signal);
        call = step.call();
        effects.addAll(step.effects());
        return this;
    }

    List<String> events() {
        return asks().stream()
                .map(ask -> ask.sequence() + " " + describe(ask.notice().event()))
                .toList();
    }

    List<String> notes() {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.Write(Note note)
                        ? describe(note).stream()
                        : List.<String>of().stream())
                .toList();
    }

    List<String> refusals() {
        return effects.stream()
                .filter(Effect.ReplyRefused.class::isInstance)
                .map(Effect.ReplyRefused.class::cast)
                .map(refused -> refused.sequence() + " " + refused.about().type() + " "
                        + refused.why().errorType())
                .toList();
    }

    List<String> failures() {
        return effects.stream()
                .filter(Effect.FunctionFailed.class::isInstance)
                .map(Effect.FunctionFailed.class::cast)
                .map(failed -> failed.sequence() + " " + failed.about().type() + " " + failed.reason())
                .toList();
    }

    /// How long each step takes, in the order of the steps.
    List<Duration> waits() {
        List<Duration> waits = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Wake(Duration after, Signal.Elapsed(int step)) && step >= 0) {
                waits.add(after);
            }
        }
        return waits;
    }

    Map<String, String> lastAttributes() {
        return asks().getLast().attributes();
    }

    Dialogue.Leg lastLeg() {
        return asks().getLast().notice().leg();
    }

    private List<Effect.Ask> asks() {
        return effects.stream()
                .filter(Effect.Ask.class::isInstance)
                .map(Effect.Ask.class::cast)
                .toList();
    }

    private static String describe(Event event) {
        return event.type()
                + switch (event) {
                    case Event.ActionSucceeded(Action action, String digits) ->
                        (" " + type(action) + " " + digits).stripTrailing();
                    case Event.ActionFailed failed -> " " + type(failed.action());
                    case Event.ActionInterrupted(Action action) -> " " + type(action);
                    case Event.UpdateRequested(Map<String, String> arguments) -> " " + arguments;
                    case Event.HungUp(int sipCode) -> " " + sipCode;
                    case Event.ReplyRefused(Reply.Refused why) -> " " + why.errorType();
                    case Event.NewOutboundCall _, Event.Ringing _, Event.Answered _, Event.Repeated _ -> "";
                };
    }

    private static String type(Action action) {
        return action.json().path("Type").asText();
    }

    private static Optional<String> describe(Note note) {
        return switch (note) {
            case Note.Rang _ -> Optional.of("Rang");
            case Note.Answered _ -> Optional.of("Answered");
            case Note.Pressed(String keys) -> Optional.of("Pressed " + keys);
            case Note.Ended(int sipCode) -> Optional.of("Ended " + sipCode);
            case Note.Reported _ -> Optional.of("Reported");
            case Note.Placed _, Note.Asked _, Note.Heard _, Note.Kept _ -> Optional.empty();
        };
    }
}
