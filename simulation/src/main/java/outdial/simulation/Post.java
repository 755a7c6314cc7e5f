package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import outdial.call.Ended;
import outdial.campaign.CampaignRef;
import outdial.dialing.DialOrder;
import outdial.dialing.DialQueue;
import outdial.dialing.Wakeups;
import outdial.simulation.Faults.Kind;

/// The queues between the handlers. A message whose handler died comes again after the visibility time-out of its
/// queue,
/// as often as template and messaging.yaml say, and is then lost to the dead letters.
final class Post implements Wakeups, DialQueue {
    private static final Duration USUAL_DELAY = Duration.ofMillis(40);
    private static final Duration LATE = Duration.ofMinutes(3);

    /// No handler runs for longer.
    static final Duration LONGEST_HANDLER = Duration.ofMinutes(1);

    private static final Duration VERY_LATE = Duration.ofMinutes(30);
    private static final Duration LONG_AFTER = Duration.ofHours(2);

    private static final double USUAL = 0.05;
    private static final double OFTEN = 0.3;

    private final Schedule schedule;
    private final Troubles troubles;
    private final Scenario scenario;
    private Handlers handlers = Handlers.NONE;

    Post(Schedule schedule, Troubles troubles, Scenario scenario) {
        this.schedule = schedule;
        this.troubles = troubles;
        this.scenario = scenario;
    }

    /// What the messages are for.
    interface Handlers {
        Handlers NONE = new Handlers() {
            @Override
            public void dispatch(CampaignRef campaign, boolean sweep) {
                throw new IllegalStateException("nobody is there yet");
            }

            @Override
            public void dial(DialOrder order) {
                throw new IllegalStateException("nobody is there yet");
            }

            @Override
            public void ended(Ended report) {
                throw new IllegalStateException("nobody is there yet");
            }
        };

        void dispatch(CampaignRef campaign, boolean sweep);

        void dial(DialOrder order);

        void ended(Ended report);
    }

    /// A queue: how long its function may run, when a message comes back, and how often it is tried.
    private enum Queue {
        DISPATCH(60, 360, 5),
        DIAL(15, 90, 5),
        CALL_EVENTS(30, 180, 20);

        private final Duration time;
        private final Duration visibility;
        private final int tries;

        Queue(int seconds, int visibility, int tries) {
            this.time = Duration.ofSeconds(seconds);
            this.visibility = Duration.ofSeconds(visibility);
            this.tries = tries;
        }
    }

    private record Message(Queue queue, String name, Runnable work) {}

    void deliverTo(Handlers those) {
        handlers = those;
    }

    @Override
    public void slotFreed(CampaignRef campaign) {
        send(
                new Message(Queue.DISPATCH, "dispatch " + campaign.id(), () -> handlers.dispatch(campaign, false)),
                Duration.ZERO);
    }

    @Override
    public void look(CampaignRef campaign, Duration delay) {
        send(new Message(Queue.DISPATCH, "sweep " + campaign.id(), () -> handlers.dispatch(campaign, true)), delay);
    }

    @Override
    public void send(List<DialOrder> orders) {
        for (DialOrder order : orders) {
            String name = "dial " + order.enrollment().contact();
            send(new Message(Queue.DIAL, name, () -> handlers.dial(order)), order.delay());
        }
    }

    /// The carrier's word that a call is over: comes late, twice or never when reports are in trouble.
    void report(Ended report) {
        if (troubles.strike(Kind.REPORTS, 0.05)) return;
        Message message = new Message(Queue.CALL_EVENTS, "conclude " + report.contact(), () -> handlers.ended(report));
        double chance = scenario.isLateToTell() ? OFTEN : USUAL;
        Duration most = scenario.isLateToTell() ? LONG_AFTER : VERY_LATE;
        Duration late = troubles.strike(Kind.REPORTS, chance) ? troubles.upTo(most) : Duration.ZERO;
        deliver(message, 1, troubles.upTo(USUAL_DELAY).plus(late));
        if (troubles.strike(Kind.REPORTS, 0.1)) deliver(message, 1, troubles.upTo(LATE));
    }

    private void send(Message message, Duration delay) {
        if (troubles.strike(Kind.MESSAGES, 0.02)) return;
        Duration late =
                troubles.strike(Kind.MESSAGES, scenario.isSlow() ? OFTEN : USUAL) ? troubles.upTo(LATE) : Duration.ZERO;
        deliver(message, 1, delay.plus(troubles.upTo(USUAL_DELAY)).plus(late));
        if (troubles.strike(Kind.MESSAGES, 0.05)) deliver(message, 1, delay.plus(troubles.upTo(LATE)));
    }

    private void deliver(Message message, int attempt, Duration delay) {
        Instant at = schedule.now().plus(delay);
        Actor actor = new Actor(message.name(), troubles.skew(), at.plus(message.queue().time));
        schedule.at(at, actor, () -> receive(message, attempt));
    }

    private void receive(Message message, int attempt) {
        try {
            message.work().run();
        } catch (Died _) {
            if (attempt < message.queue().tries) deliver(message, attempt + 1, message.queue().visibility);
        }
    }
}
