package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;
import outdial.memory.Interposed;
import outdial.property.Seeds;

/// Two campaigns that share people, a caller number and a carrier, while orders and reports are lost, doubled
/// and late, processes die after any step, and people say stop. What must always hold is looked at after each
/// step.
final class ChaosTest {
    private static final int SEEDS = 200;
    private static final int STEPS = 120;
    private static final int PEOPLE = 8;

    /// Rounds in which the last retries are made, once everything works again.
    private static final int ROUNDS = 60;

    @Test
    void whatever_happens_the_limits_hold_and_nobody_is_called_who_must_not_be() {
        int[] calls = {0};

        Seeds.each(SEEDS, dice -> calls[0] += new Run(dice).go());

        assertThat(calls[0]).as("calls in the midst of it").isGreaterThan(SEEDS * 3);
    }

    /// One run: everything random comes from the dice.
    private static final class Run {
        private final Random dice;
        private final Desk desk;
        private final CampaignRef other;
        private final List<DialOrder> orders = new ArrayList<>();
        private final List<World.RealCall> reports = new ArrayList<>();
        private World world;
        private int known;

        Run(Random dice) {
            this.dice = dice;
            this.desk = Desk.with(Scene.of("acme")
                    .settings(
                            new Settings.Limits(2, Duration.ofSeconds(dice.nextInt(3))),
                            new RetryRules(2, Duration.ofSeconds(20))));
            this.other = desk.otherCampaign();
            this.world = new World(desk, dice, true);
            for (int n = 1; n <= PEOPLE; n++) {
                desk.enroll("p" + n, n);
                if (n % 2 == 0) desk.enroll(other, "p" + n, n);
            }
        }

        /// Answers how many calls were placed before everything worked again.
        int go() {
            for (int step = 0; step < STEPS; step++) {
                try {
                    happen(dice.nextInt(20));
                } catch (Crash.Died | World.DiedAsking died) {
                    assertThat(died).isNotNull();
                }
                collect();
                look();
            }
            int calls = known;
            settle();
            return calls;
        }

        private void happen(int what) {
            switch (what) {
                case 0, 1, 2, 3, 4 -> desk.dispatcher(books()).dispatch(any(desk.ref(), other), dice.nextInt(4) > 0);
                case 5, 6, 7, 8, 9 -> deliverOrder();
                case 10, 11, 12 -> deliverReport();
                case 13 -> lose(orders);
                case 14 -> lose(reports);
                case 15, 16 -> desk.clock.advance(Duration.ofSeconds(dice.nextInt(90)));
                case 17 -> desk.clock.advance(Duration.ofSeconds(dice.nextInt(500)));
                case 18 -> {
                    if (desk.campaign() instanceof Campaign.Paused || dice.nextInt(3) == 0) pauseOrResume();
                }
                default -> stop(1 + dice.nextInt(PEOPLE * 5));
            }
        }

        /// A quarter of the processes die on the way.
        private Books books() {
            Books books = desk.memory.books();
            return dice.nextInt(4) > 0 ? books : Interposed.on(books, new Crash(1 + dice.nextInt(12)));
        }

        private void deliverOrder() {
            if (orders.isEmpty()) return;
            DialOrder order = orders.get(dice.nextInt(orders.size()));
            if (dice.nextBoolean()) orders.remove(order);
            new Dialer(books(), books(), desk.line(), world, desk.clock).dial(order);
        }

        /// A report comes when the call is over, or later, and perhaps again.
        private void deliverReport() {
            if (reports.isEmpty()) return;
            World.RealCall call = reports.get(dice.nextInt(reports.size()));
            if (desk.clock.instant().isBefore(call.until())) return;
            if (dice.nextBoolean()) reports.remove(call);
            desk.concluder(books()).ended(call.report());
        }

        private void lose(List<?> bag) {
            if (!bag.isEmpty()) bag.remove(dice.nextInt(bag.size()));
        }

        private void stop(int n) {
            if (n > PEOPLE) return;
            new OptOuts(books())
                    .stop(new DoNotCallEntry(
                            desk.scene.workspace(),
                            phone(n),
                            Set.of(Channel.PHONE),
                            "API",
                            "asked",
                            desk.clock.instant()));
        }

        private void pauseOrResume() {
            Campaign campaign = desk.campaign();
            switch (campaign) {
                case Campaign.InProgress running -> desk.become(running.pause());
                case Campaign.Paused paused -> desk.become(paused.resume(desk.clock.instant()));
                default -> assertThat(campaign.status()).isEqualTo("COMPLETED");
            }
        }

        private void collect() {
            orders.addAll(desk.queue.take());
            desk.wakeups.take();
            List<World.RealCall> ledger = world.ledger();
            reports.addAll(ledger.subList(known, ledger.size()));
            known = ledger.size();
        }

        private void look() {
            List<Enrollment> all = everybody();
            for (Scope scope : scopes()) {
                long holding = all.stream()
                        .filter(enrollment -> enrollment instanceof Enrollment.Leased leased
                                && leased.scopes().contains(scope))
                        .count();
                for (Slots.Use use : desk.memory.slots().of(List.of(scope))) {
                    if (use.active() != holding || use.active() > use.limit()) {
                        throw new AssertionError(use + " is held by " + holding);
                    }
                }
            }
        }

        /// Everything works again: everybody becomes final, and the slots are free.
        private void settle() {
            if (desk.campaign() instanceof Campaign.Paused) pauseOrResume();
            world = new World(desk, dice, false);
            known = 0;
            desk.clock.advance(Duration.ofMinutes(30));
            for (int round = 0; round < ROUNDS && everybody().stream().anyMatch(ChaosTest::unfinished); round++) {
                for (CampaignRef campaign : List.of(desk.ref(), other))
                    desk.dispatcher().dispatch(campaign, true);
                collect();
                orders.forEach(
                        order -> new Dialer(desk.memory.books(), desk.memory.books(), desk.line(), world, desk.clock)
                                .dial(order));
                orders.clear();
                collect();
                desk.clock.set(reports.stream()
                        .map(World.RealCall::until)
                        .max(Instant::compareTo)
                        .orElse(desk.clock.instant())
                        .plusSeconds(60));
                reports.forEach(call -> desk.concluder().ended(call.report()));
                reports.clear();
                look();
                desk.clock.advance(Duration.ofMinutes(61));
                desk.clock.until(Scene.OFFICE_HOURS
                        .in(List.of())
                        .nextOpening(desk.clock.instant(), Desk.TIMING.ringing())
                        .orElseThrow());
            }
            assertThat(everybody()).noneMatch(ChaosTest::unfinished);
            assertThat(everybody())
                    .allSatisfy(enrollment ->
                            assertThat(enrollment.who().attempts()).isLessThanOrEqualTo(3));
            assertThat(desk.memory.slots().of(scopes())).allMatch(use -> use.active() == 0);
        }

        private List<Enrollment> everybody() {
            List<Enrollment> all =
                    new ArrayList<>(desk.memory.enrollments().all(desk.ref().id()));
            all.addAll(desk.memory.enrollments().all(other.id()));
            return all;
        }

        private List<Scope> scopes() {
            List<Scope> scopes = new ArrayList<>(desk.scopes());
            scopes.add(Scope.campaign(other.id()));
            return scopes;
        }

        private CampaignRef any(CampaignRef one, CampaignRef another) {
            return dice.nextBoolean() ? one : another;
        }
    }

    private static boolean unfinished(Enrollment enrollment) {
        return !enrollment.status().isFinal();
    }
}
