package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.campaign.CampaignRef;
import outdial.dialing.Books;
import outdial.dialing.CallRecords;
import outdial.dialing.Carrier;
import outdial.dialing.Circuits;
import outdial.dialing.Completion;
import outdial.dialing.Concluder;
import outdial.dialing.DialLine;
import outdial.dialing.DialOrder;
import outdial.dialing.DialQueue;
import outdial.dialing.Dialer;
import outdial.dialing.Dispatcher;
import outdial.dialing.Handover;
import outdial.dialing.Law;
import outdial.dialing.OptOuts;
import outdial.dialing.Pace;
import outdial.dialing.Retries;
import outdial.dialing.Slots;
import outdial.dialing.Ticker;
import outdial.dialing.Timing;
import outdial.dialing.Wakeups;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.functions.phone.NumberingAtlas;
import outdial.memory.Interposed;
import outdial.memory.NumberedTokens;
import outdial.rules.Rulebook;

/// The use cases put together as in production, on ports in memory with a meddler in between.
final class Deployment implements Post.Handlers, PhoneNetwork.Listener {
    static final Timing TIMING = new Timing(Duration.ofMinutes(1), Callee.LONGEST_TALK);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /// As shipped. It remembers what it looked up.
    static final Law LAW = new Law(Rulebook.shipped(), new NumberingAtlas());

    private final Stage stage;
    private final Post post;
    private final Books books;
    private final Wakeups wakeups;
    private final Dispatcher dispatcher;
    private final Dialer dialer;
    private final Concluder concluder;
    private final Ticker ticker;
    private final OptOuts optOuts;

    Deployment(Stage stage, Post post, PhoneNetwork network, Interposed.Around around) {
        this.stage = stage;
        this.post = post;
        this.books = Interposed.on(stage.memory().books(), around);
        Books glances = Interposed.on(stage.memory().books(), new Glances(stage, around));
        this.wakeups = Interposed.on(Wakeups.class, post, around);
        DialLine line = new DialLine(
                Interposed.on(Slots.class, stage.memory().slots(), around),
                Interposed.on(Pace.class, stage.memory().pace(), around),
                Interposed.on(Circuits.class, stage.memory().circuits(), around),
                Interposed.on(DialQueue.class, post, around),
                wakeups,
                new NumberedTokens(),
                TIMING,
                stage.carriers(),
                LAW,
                stage.schedule());
        this.concluder = new Concluder(
                books,
                glances,
                new Retries(books, LAW, TIMING, stage.schedule()),
                new Concluder.FollowUp(stage.memory().results(), wakeups, new Handover(books, glances, line)),
                Interposed.on(CallRecords.class, network, around),
                stage.schedule());
        LaggingProgress progress = new LaggingProgress(stage.watch().own().tallies(), stage.troubles());
        Completion completion = new Completion(books.campaigns(), books.enrollments(), progress);
        this.dispatcher = new Dispatcher(books, glances, line, concluder, completion);
        this.dialer = new Dialer(books, glances, line, Interposed.on(Carrier.class, network, around), stage.schedule());
        this.ticker = new Ticker(books.campaigns(), wakeups);
        this.optOuts = new OptOuts(books);
    }

    Books books() {
        return books;
    }

    Wakeups wakeups() {
        return wakeups;
    }

    OptOuts optOuts() {
        return optOuts;
    }

    /// Each minute from now on.
    void tick() {
        Instant next = stage.schedule().now().plus(A_MINUTE);
        stage.schedule().at(next, new Actor("tick", stage.troubles().skew(), next.plus(A_MINUTE)), () -> {
            tick();
            unlessItDies(ticker::tick);
        });
    }

    @Override
    public void dispatch(CampaignRef campaign, boolean sweep) {
        dispatcher.dispatch(campaign, sweep);
    }

    @Override
    public void dial(DialOrder order) {
        dialer.dial(order);
    }

    /// What was heard without a complaint is on record.
    @Override
    public void ended(Ended report) {
        concluder.ended(report);
        Attempt attempt = stage.memory()
                .attempts()
                .find(report.contact(), report.attempt())
                .orElseThrow(() -> new Violation("every call is on record", report.attempt(), report.contact()));
        boolean settled = attempt.closing()
                .filter(closing -> closing.by() == Closing.By.CARRIER && closing.outcome() == report.outcome())
                .isPresent();
        if (!settled)
            throw new Violation("no fact is lost: " + report + " in " + attempt, report.attempt(), report.contact());
        OwnBooks own = stage.watch().own();
        Fate fate = own.past().call(report.attempt()).orElseThrow().fate();
        stage.watch()
                .heard(
                        report.attempt(),
                        stage.memory()
                                .enrollments()
                                .find(PastCalls.idOf(attempt))
                                .orElseThrow());
        own.frequency()
                .heard(
                        attempt.route().to(),
                        fate,
                        report.endedAt(),
                        stage.watch().effects());
        if (fate == Fate.SAID_STOP
                && !own.stops()
                        .everStopped(
                                attempt.campaign().workspace(), attempt.route().to()))
            throw new Violation("who said stop is on the do-not-call list", report.attempt(), report.contact());
    }

    @Override
    public void ended(Attempt attempt, Ended report) {
        post.report(report);
    }

    /// The conversation writes the stop down itself, while the call goes on.
    @Override
    public void saidStop(Attempt attempt, Instant at) {
        DoNotCallEntry entry = new DoNotCallEntry(
                attempt.campaign().workspace(),
                attempt.route().to(),
                Set.of(Channel.PHONE),
                "CALL",
                "asked in call " + attempt.id(),
                at);
        unlessItDies(() -> optOuts.stop(entry));
    }

    /// Answers whether it lived.
    static boolean unlessItDies(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Died _) {
            return false;
        }
    }
}
