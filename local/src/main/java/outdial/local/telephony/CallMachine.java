package outdial.local.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.local.telephony.Dialogue.Leg;
import outdial.local.telephony.Dialogue.Notice;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Unreachable;

/// Decides how a call goes on. Pure: the same call and signal give the same step. What the service does where no
/// document says it is marked as ours.
final class CallMachine {
    static final int NORMAL_CLEARING = 0;
    static final int UNAVAILABLE = 480;

    // Developer guide, page invoke-on-call-leg.
    static final int INVOCATIONS_PER_CALL = 1_000;

    // Ours: a function that also answers INVALID_LAMBDA_RESPONSE wrongly is not asked a third time.
    private static final int REFUSALS_IN_A_ROW = 2;

    // Ours: how long a person listens to silence before hanging up.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Ticket ticket;
    private final Person person;
    private final List<Effect> effects = new ArrayList<>();
    private Phase phase;
    private Dialogue dialogue;
    private int step;
    private int promptsAnswered;

    private CallMachine(Call call) {
        this.ticket = call.ticket();
        this.person = call.person();
        this.phase = call.phase();
        this.dialogue = call.dialogue();
        this.step = call.step();
        this.promptsAnswered = call.promptsAnswered();
    }

    static Call.Step next(Call call, Signal signal) {
        var machine = new CallMachine(call);
        machine.take(signal);
        return new Call.Step(machine.call(), List.copyOf(machine.effects));
    }

    private Call call() {
        return new Call(ticket, person, phase, dialogue, step, promptsAnswered);
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.Placed _ -> {
                tell(new Event.NewOutboundCall());
                wakeAfter(person.setup());
            }
            case Signal.Elapsed(int of) -> {
                if (of == step) {
                    elapsed();
                }
            }
            case Signal.Replied(int sequence, Reply reply) -> {
                if (sequence == dialogue.sequence()) {
                    dialogue.asking().ifPresent(asked -> replied(asked, reply));
                }
            }
            case Signal.UpdateRequested(Map<String, String> arguments) -> {
                if (!over()) {
                    tell(new Event.UpdateRequested(arguments));
                }
            }
            case Signal.PersonLeft _ -> personLeft();
            case Signal.CutOff _ -> cutOff();
        }
    }

    private void elapsed() {
        switch (phase) {
            case Phase.SettingUp _ -> found();
            case Phase.Ringing _ -> pickedUpOrNot();
            case Phase.Playing(Action.Timed action, List<Action> next)
            when next.isEmpty() -> {
                enter(new Phase.Deciding(List.of()));
                tell(new Event.ActionSucceeded(action, ""));
            }
            case Phase.Playing(Action.Timed action, List<Action> next) -> perform(next);
            case Phase.Collecting collecting -> collected(collecting);
            case Phase.Silent _ -> end(NORMAL_CLEARING);
            case Phase.Deciding _ -> {}
            case Phase.Over _ -> {}
        }
    }

    private void found() {
        if (person.persona() instanceof Unreachable(int sipCode, boolean rings) && !rings) {
            end(sipCode);
            return;
        }
        enter(new Phase.Ringing());
        write(new Note.Rang());
        tell(new Event.Ringing());
        wakeAfter(person.ring());
    }

    private void pickedUpOrNot() {
        switch (person.persona()) {
            case Unreachable(int sipCode, boolean rings) -> end(sipCode);
            case Answering _ -> {
                enter(new Phase.Deciding(List.of()));
                write(new Note.Answered());
                tell(new Event.Answered());
                effects.add(new Effect.Wake(person.stay(), new Signal.PersonLeft()));
            }
        }
    }

    private void collected(Phase.Collecting collecting) {
        DigitCollection outcome = collecting.outcome();
        promptsAnswered = outcome.promptsAnswered();
        if (!outcome.pressed().isEmpty()) {
            write(new Note.Pressed(outcome.pressed()));
        }
        if (outcome.digits().isPresent()) {
            enter(new Phase.Deciding(collecting.next()));
            tell(new Event.ActionSucceeded(collecting.action(), outcome.digits().get()));
        } else {
            // A failed action takes the rest of its list with it (developer guide, page use-case-2).
            enter(new Phase.Deciding(List.of()));
            tell(new Event.ActionFailed(
                    collecting.action(), "InvalidDigitsReceived", "The digits received were not those asked for"));
        }
    }

    private void replied(Notice asked, Reply reply) {
        switch (reply) {
            case Reply.Orders(Optional<List<Action>> actions, Optional<Map<String, String>> attributes) -> {
                attributes.filter(kept -> !kept.equals(dialogue.attributes())).ifPresent(this::keep);
                dialogue = dialogue.refused(0);
                if (asked.event().takesOrders()) {
                    follow(actions);
                }
            }
            case Reply.Refused refused -> refuse(asked, refused);
            case Reply.Missing(String reason) -> {
                effects.add(new Effect.FunctionFailed(dialogue.sequence(), asked.event(), reason));
                giveUp();
            }
            case Reply.Unread _ -> {}
        }
        write(asked.event() instanceof Event.HungUp ? new Note.Reported() : new Note.Heard());
        dialogue = dialogue.answered();
        ask();
    }

    private void follow(Optional<List<Action>> orders) {
        switch (phase) {
            case Phase.Deciding deciding -> {
                List<Action> next = orders.orElse(deciding.next());
                if (dialogue.awaitsOrders()) {
                    phase = new Phase.Deciding(next);
                } else {
                    perform(next);
                }
            }
            case Phase.Playing playing -> orders.ifPresent(next -> replace(playing, next));
            case Phase.Collecting(Action.Collect action, DigitCollection outcome, List<Action> next) ->
                phase = new Phase.Collecting(action, outcome, orders.orElse(next));
            case Phase.Silent _ -> orders.ifPresent(this::perform);
            // No action runs before the answer: whether an update may hang up a ringing phone is not documented.
            case Phase.SettingUp _ -> {}
            case Phase.Ringing _ -> {}
            case Phase.Over _ -> {}
        }
    }

    private void replace(Phase.Playing playing, List<Action> next) {
        if (playing.action().interruptible()) {
            tell(new Event.ActionInterrupted(playing.action()));
            perform(next);
        } else {
            phase = new Phase.Playing(playing.action(), next);
        }
    }

    private void perform(List<Action> actions) {
        if (actions.isEmpty()) {
            enter(new Phase.Silent());
            wakeAfter(SILENCE);
            return;
        }
        List<Action> next = actions.subList(1, actions.size());
        switch (actions.getFirst()) {
            case Action.Timed action -> {
                enter(new Phase.Playing(action, next));
                wakeAfter(action.length());
            }
            case Action.Collect action -> {
                var outcome = DigitCollection.of(action.rules(), person, promptsAnswered);
                enter(new Phase.Collecting(action, outcome, next));
                wakeAfter(outcome.length());
            }
            case Action.Hangup action -> end(action.sipCode());
        }
    }

    private void refuse(Notice asked, Reply.Refused refused) {
        effects.add(new Effect.ReplyRefused(dialogue.sequence(), asked.event(), refused));
        int inARow = dialogue.refusals() + 1;
        if (inARow >= REFUSALS_IN_A_ROW) {
            giveUp();
        } else {
            dialogue = dialogue.refused(inARow).first(new Notice(new Event.ReplyRefused(refused), phase.leg()));
        }
    }

    /// Seen with the real service: hanging up during an action fails it, with a participant who is gone already.
    private void personLeft() {
        if (phase.leg() == Leg.CONNECTED) {
            Optional<Action> running = phase.running();
            enter(new Phase.Over(NORMAL_CLEARING));
            running.ifPresent(action ->
                    tell(new Event.ActionFailed(action, "SystemException", "The participant left during the action")));
            ended(NORMAL_CLEARING);
        }
    }

    private void cutOff() {
        if (phase instanceof Phase.Over(int sipCode)) {
            tell(new Event.HungUp(sipCode));
        } else {
            end(phase.leg() == Leg.UNANSWERED ? UNAVAILABLE : NORMAL_CLEARING);
        }
    }

    /// The function cannot be used: what else it should have heard is dropped, but not the end.
    private void giveUp() {
        if (!over()) {
            dialogue = dialogue.silenced();
            end(UNAVAILABLE);
        }
    }

    private void end(int sipCode) {
        enter(new Phase.Over(sipCode));
        ended(sipCode);
    }

    private void ended(int sipCode) {
        write(new Note.Ended(sipCode));
        tell(new Event.HungUp(sipCode));
    }

    private void tell(Event event) {
        dialogue = dialogue.later(new Notice(event, phase.leg()));
        ask();
    }

    private void ask() {
        if (dialogue.asking().isPresent() || dialogue.waiting().isEmpty()) {
            return;
        }
        if (dialogue.sequence() >= INVOCATIONS_PER_CALL && !over()) {
            giveUp();
            return;
        }
        dialogue = dialogue.asked();
        Notice notice = dialogue.asking().orElseThrow();
        var actionData = EventJson.actionData(ticket, notice.event());
        write(new Note.Asked(dialogue.sequence(), notice.event().type(), notice.leg(), actionData));
        effects.add(new Effect.Ask(dialogue.sequence(), notice, dialogue.attributes()));
    }

    private void keep(Map<String, String> attributes) {
        dialogue = dialogue.keeping(attributes);
        write(new Note.Kept(attributes));
    }

    private void enter(Phase next) {
        phase = next;
        step++;
    }

    private void wakeAfter(Duration time) {
        effects.add(new Effect.Wake(time, new Signal.Elapsed(step)));
    }

    private void write(Note note) {
        effects.add(new Effect.Write(note));
    }

    private boolean over() {
        return phase instanceof Phase.Over;
    }
}
