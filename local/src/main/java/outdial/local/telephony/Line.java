package outdial.local.telephony;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import outdial.local.telephony.Delivery.Outcome;
import outdial.local.telephony.NetworkFaults.Hangups;
import outdial.local.telephony.Threads.Timer;

/// One call at work: takes signals from any thread, one after the other, and performs what the call decides.
final class Line {
    private final Equipment equipment;
    private final Ticket ticket;
    private final Runnable whenDone;
    private final Queue<Signal> mailbox = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private boolean busy;
    private Call call;

    /// @param whenDone run when the function has heard of the end of the call
    Line(Call call, Equipment equipment, Runnable whenDone) {
        this.call = call;
        this.ticket = call.ticket();
        this.equipment = equipment;
        this.whenDone = whenDone;
    }

    String transactionId() {
        return ticket.transactionId();
    }

    boolean serves(String applicationId) {
        return ticket.request().applicationId().equals(applicationId);
    }

    boolean over() {
        synchronized (mailbox) {
            return call.over();
        }
    }

    void signal(Signal signal) {
        synchronized (mailbox) {
            mailbox.add(signal);
            if (busy) {
                return;
            }
            busy = true;
        }
        while (step()) {}
    }

    /// Only the thread that set `busy` is here; effects are performed outside the lock, as they may signal this
    /// line.
    private boolean step() {
        Call.Step step;
        synchronized (mailbox) {
            Signal next = mailbox.poll();
            if (next == null) {
                busy = false;
                return false;
            }
            step = call.on(next);
            call = step.call();
        }
        step.effects().forEach(this::perform);
        return true;
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Ask ask -> ask(ask);
            case Effect.Wake(var after, var signal) ->
                timers.add(equipment.threads().after(equipment.settings().real(after), () -> signal(signal)));
            case Effect.Write(Note note) -> {
                equipment.ledger().write(new Entry(equipment.now(), transactionId(), note));
                if (note instanceof Note.Ended) {
                    equipment
                            .ledger()
                            .page(transactionId())
                            .map(Page::call)
                            .ifPresent(equipment.cloud().details()::put);
                }
                if (note instanceof Note.Reported) {
                    // A timer that would do nothing would still hold on to this line.
                    timers.forEach(Timer::cancel);
                    whenDone.run();
                }
            }
            case Effect.ReplyRefused(int sequence, Event about, Reply.Refused why) ->
                equipment.ledger().object(violation(sequence, about, why.errorType(), why.message()));
            case Effect.FunctionFailed(int sequence, Event about, String reason) ->
                equipment.ledger().failed(violation(sequence, about, "FunctionFailed", reason));
        }
    }

    private void ask(Effect.Ask ask) {
        if (!(ask.notice().event() instanceof Event.HungUp)) {
            deliver(ask);
            return;
        }
        switch (equipment.faults().hangups()) {
            case Hangups.Delivered _ -> deliver(ask);
            case Hangups.Lost _ -> signal(new Signal.Replied(ask.sequence(), new Reply.Unread()));
            case Hangups.Delayed(var time) -> equipment.threads().after(time, () -> deliver(ask));
        }
    }

    private void deliver(Effect.Ask ask) {
        byte[] event = EventJson.write(ticket, ask);
        var delivery = new Delivery(
                () -> equipment.cloud().invoke(event), equipment.threads(), outcome -> delivered(ask, outcome));
        delivery.start(equipment.settings().patience(), equipment.faults().deliveries());
    }

    private void delivered(Effect.Ask ask, Outcome outcome) {
        Event event = ask.notice().event();
        switch (outcome) {
            case Outcome.Answered(String reply) ->
                signal(new Signal.Replied(
                        ask.sequence(),
                        event instanceof Event.HungUp ? new Reply.Unread() : ReplyReader.read(reply, ticket.callId())));
            case Outcome.Failed(String reason) -> signal(new Signal.Replied(ask.sequence(), new Reply.Missing(reason)));
            case Outcome.AnsweredDifferently _ ->
                equipment
                        .ledger()
                        .object(violation(
                                ask.sequence(),
                                event,
                                "DifferentReply",
                                "the same event, delivered again, was answered with other actions"));
        }
    }

    private Violation violation(int sequence, Event about, String errorType, String message) {
        return new Violation(transactionId(), sequence, about.type(), errorType, message);
    }
}
