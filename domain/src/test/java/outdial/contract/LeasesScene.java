package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Enrollments.Start;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;

/// What the contracts about contacts that hold slots share: a campaign with two slots, and steps on the way to
/// a call.
abstract class LeasesScene extends PortsContract {
    static final Instant LEASE_END = NOON.plusSeconds(120);
    static final Instant CALL_END = NOON.plusSeconds(600);

    Enrollments enrollments = ports.books().enrollments();

    /// Two calls at once in the campaign, five from its number, ten by the carrier.
    @BeforeEach
    void have_a_campaign_with_two_slots() {
        enrollments = ports.books().enrollments();
        ports.books().campaigns().add(scene.draft(scene.settings(2)));
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(5));
        ports.slots().limit(scene.carrier(), 10);
    }

    final Enrollment.Waiting add(String who, int phone) {
        var waiting = scene.waiting(who, phone(phone), NOON);
        ports.books().contacts().add(List.of(scene.contact(who, phone(phone))));
        enrollments.add(List.of(new NewEnrollment(waiting, "list.csv#1", Map.of())));
        return waiting;
    }

    final Claim claim(Enrollment.Waiting waiting, String token) {
        return new Claim(waiting, waiting.claim(token(token), LEASE_END, scene.scopes()));
    }

    final Token token(String token) {
        return new Token(scene.workspace() + "-" + token);
    }

    final Enrollment.Queued queued(String who, int phone, String token) {
        return queued(who, phone, token, limits());
    }

    final Enrollment.Queued queued(String who, int phone, String token, List<SlotLimit> limits) {
        return enrollments.claim(List.of(claim(add(who, phone), token)), limits).getFirst();
    }

    final Enrollment.Dialing dialing(String who, int phone, String token) {
        var queued = queued(who, phone, token);
        var dialing = queued.dial(CALL_END);
        assertThat(enrollments.dial(queued, dialing, dial(queued))).isEqualTo(Start.STARTED);
        return dialing;
    }

    final Dial dial(Enrollment.Queued queued) {
        return dial(ports.books().numbers().find(scene.workspace(), queued.who().phone()), queued);
    }

    static Dial dial(NumberRecord number, Enrollment.Queued queued) {
        return new Dial(
                Scene.attempt(queued, NOON), number.dialled(queued.token().attempt(), NOON, CALL_END), 1);
    }

    static Attempt closed(Enrollment.Dialing dialing, Outcome outcome) {
        var closing = new Closing(
                outcome,
                Closing.By.CARRIER,
                Optional.of("call-1"),
                OptionalInt.of(486),
                Optional.empty(),
                NOON.plusSeconds(30));
        return new Attempt(
                        dialing.attempt(),
                        dialing.who().campaign(),
                        dialing.who().contact(),
                        new Attempt.Route(dialing.who().phone(), Scene.CALLER, "chime"),
                        1,
                        NOON,
                        Optional.empty())
                .close(closing);
    }

    static Enrollment.Finished finished(Enrollment.Dialing dialing, Outcome outcome, Status status) {
        return new Enrollment.Finished(dialing.who().after(dialing.attempt(), outcome, NOON), status);
    }

    final void forbid(Set<Channel> channels) {
        ports.books()
                .doNotCall()
                .add(new DoNotCallEntry(scene.workspace(), phone(1), channels, "API", "asked by mail", NOON));
    }

    final List<Enrollment.Leased> expired(Instant now, int limit) {
        return enrollments.expired(scene.campaign().id(), now, limit);
    }

    final List<SlotLimit> limits() {
        return limits(2, 5);
    }

    final List<SlotLimit> limits(int campaign, int number) {
        List<Scope> scopes = scene.scopes();
        return List.of(
                new SlotLimit(scopes.get(0), campaign),
                new SlotLimit(scopes.get(1), number),
                new SlotLimit(scopes.get(2), 10));
    }

    /// So many calls are counted in each of the three scopes.
    final void assertActive(int calls) {
        assertThat(ports.slots().of(scene.scopes()))
                .hasSize(3)
                .allSatisfy(use -> assertThat(use.active()).isEqualTo(calls));
    }

    final void assertNothingDialled(Enrollment.Queued queued) {
        assertThat(ports.books()
                        .attempts()
                        .find(queued.id().contact(), queued.token().attempt()))
                .isEmpty();
        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)))
                .isEqualTo(NumberRecord.fresh(scene.workspace(), phone(1)));
    }

    static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }
}
