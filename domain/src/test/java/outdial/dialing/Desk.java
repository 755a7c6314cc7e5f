package outdial.dialing;

import static outdial.contract.Scene.GROUP;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Details;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.NewEnrollment;
import outdial.memory.EasternAtlas;
import outdial.memory.Memory;
import outdial.memory.MemoryDialQueue;
import outdial.memory.MemoryWakeups;
import outdial.memory.NumberedTokens;
import outdial.memory.ScriptedCarrier;
import outdial.memory.TestClock;
import outdial.rules.Rulebook;

/// A deployment in memory on a Monday noon, with a running campaign; what it orders and asks for is carried out
/// only when a test does so. Calls ring for 30 s and last five minutes at most; the carrier starts one a
/// second.
final class Desk {
    static final CarrierTerms TERMS = CarrierTerms.perSecond("chime", 10, 1);
    static final Timing TIMING = new Timing(Duration.ofSeconds(30), Duration.ofMinutes(5));

    /// Ringing, the longest call, and a minute for the facts.
    static final Duration CALL_LEASE = Duration.ofSeconds(390);

    final Scene scene = Scene.of("acme");
    final Memory memory = new Memory();
    final TestClock clock = new TestClock(NOON);
    final MemoryDialQueue queue = new MemoryDialQueue();
    final MemoryWakeups wakeups = new MemoryWakeups();
    final ScriptedCarrier carrier = new ScriptedCarrier();
    final NumberedTokens tokens = new NumberedTokens();

    /// No rules but the campaign's window, unless a test says otherwise.
    Law law = new Law(new Rulebook(List.of()), new EasternAtlas());

    /// A campaign that is under way with these people, the first of whom has the first number, and so on.
    static Desk with(Settings settings, String... people) {
        Desk desk = new Desk();
        desk.memory.workspaces().put(desk.scene.workspace(), desk.scene.callerNumber(50));
        desk.memory.campaigns().add(desk.scene.draft(settings));
        desk.become(new Campaign.InProgress(desk.campaign().details()));
        desk.memory.groups().ensure(desk.ref().id(), GROUP);
        for (int n = 0; n < people.length; n++) desk.enroll(people[n], n + 1);
        return desk;
    }

    /// Two calls at once.
    static Desk with(String... people) {
        return with(Scene.of("acme").settings(2), people);
    }

    void enroll(String who, int phone) {
        enroll(ref(), who, phone);
    }

    void enroll(CampaignRef campaign, String who, int phone) {
        enroll(campaign, who, phone, NOON);
    }

    void enrollAt(String who, int phone, Instant added) {
        enroll(ref(), who, phone, added);
    }

    private void enroll(CampaignRef campaign, String who, int phone, Instant added) {
        var id = scene.contactId(who);
        memory.contacts().claim(scene.workspace(), List.of(outdial.contact.AddressClaim.phone(phone(phone), id)));
        memory.contacts().add(List.of(scene.contact(who, phone(phone))));
        memory.contacts().enroll(scene.workspace(), List.of(id), campaign.id());
        var enrolled = new outdial.enrollment.Enrolled(campaign, id, phone(phone), GROUP.laneOf(id.value()), added);
        memory.enrollments()
                .add(List.of(new NewEnrollment(
                        new Enrollment.Waiting(enrolled, added, enrolled.home()), "list.csv#1", Map.of())));
    }

    /// A second running campaign, with no limit of its own that matters.
    CampaignRef otherCampaign() {
        return otherCampaign(9);
    }

    CampaignRef otherCampaign(int concurrency) {
        CampaignRef other = scene.campaign("autumn");
        var draft = new Campaign.Draft(new Details(other, scene.settings(concurrency), Scene.CREATED, 1, 0));
        memory.campaigns().add(draft);
        memory.campaigns().change(draft, new Campaign.InProgress(draft.details()));
        memory.groups().ensure(other.id(), GROUP);
        return other;
    }

    CampaignRef ref() {
        return scene.campaign();
    }

    Campaign campaign() {
        return memory.campaigns().find(ref()).orElseThrow();
    }

    void become(Campaign state) {
        if (!memory.campaigns().change(campaign(), state)) throw new AssertionError("somebody changed the campaign");
    }

    void pause() {
        become(new Campaign.Paused(campaign().details()));
    }

    DialLine line() {
        return line(memory.pace(), queue);
    }

    DialLine line(Pace pace, DialQueue orders) {
        return new DialLine(
                memory.slots(),
                pace,
                memory.circuits(),
                orders,
                wakeups,
                tokens,
                TIMING,
                Carriers.of(List.of(TERMS)),
                law,
                clock);
    }

    Concluder concluder() {
        return concluder(memory.books());
    }

    Concluder concluder(Books books) {
        return new Concluder(
                books,
                books,
                new Retries(books, law, TIMING, clock),
                new Concluder.FollowUp(memory.results(), wakeups, handover(books)),
                CallRecords.NONE,
                clock);
    }

    Handover handover() {
        return handover(memory.books());
    }

    private Handover handover(Books books) {
        return new Handover(books, books, line());
    }

    Dispatcher dispatcher() {
        return dispatcher(memory.books());
    }

    Dispatcher dispatcher(Books books) {
        return dispatcher(books, line());
    }

    Dispatcher dispatcher(Books books, DialLine line) {
        Completion completion = new Completion(books.campaigns(), books.enrollments(), memory.progress());
        return new Dispatcher(books, books, line, concluder(books), completion);
    }

    void sweep() {
        dispatcher().dispatch(ref(), true);
    }

    Dialer dialer() {
        return dialer(memory.books(), clock);
    }

    Dialer dialer(Books books, Pauses pauses) {
        return new Dialer(books, books, line(), carrier, pauses);
    }

    /// Claims whoever is due and answers the orders to call them.
    List<DialOrder> ordered() {
        sweep();
        return queue.take();
    }

    void dial(DialOrder order) {
        dialer().dial(order);
    }

    /// Claims and calls whoever is due; forgets whom that woke.
    void callAll() {
        ordered().forEach(this::dial);
        wakeups.take();
    }

    Enrollment of(String who) {
        return of(ref(), who);
    }

    Enrollment of(CampaignRef campaign, String who) {
        return memory.enrollments()
                .find(new EnrollmentId(campaign.id(), scene.contactId(who)))
                .orElseThrow();
    }

    Attempt attempt(String who, String id) {
        return memory.attempts().find(scene.contactId(who), new AttemptId(id)).orElseThrow();
    }

    /// The report that a call ended now, without an answer.
    Ended unanswered(String who, String attempt, int sipCode) {
        return new Ended(
                new AttemptId(attempt),
                ref(),
                scene.contactId(who),
                "call-of-" + attempt,
                OptionalInt.of(sipCode),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    /// The report that a conversation of ten seconds ended now.
    Ended talked(String who, String attempt, Outcome result) {
        return new Ended(
                new AttemptId(attempt),
                ref(),
                scene.contactId(who),
                "call-of-" + attempt,
                OptionalInt.of(200),
                Optional.of(clock.instant().minusSeconds(10)),
                clock.instant(),
                Optional.of(result));
    }

    /// How [#talked] closes an attempt at that time.
    static Closing talk(Outcome result, String attempt, Instant endedAt) {
        return new Closing(
                result,
                Closing.By.CARRIER,
                Optional.of("call-of-" + attempt),
                OptionalInt.of(200),
                Optional.of(endedAt.minusSeconds(10)),
                endedAt);
    }

    /// Calls counted in the campaign, the caller number and the carrier, which must agree.
    int active() {
        List<Integer> counted = memory.slots().of(scopes()).stream()
                .map(Slots.Use::active)
                .distinct()
                .toList();
        if (counted.size() != 1) throw new AssertionError("scopes count differently: " + counted);
        return counted.getFirst();
    }

    List<outdial.enrollment.Scope> scopes() {
        return List.of(
                outdial.enrollment.Scope.campaign(ref().id()),
                outdial.enrollment.Scope.callerNumber(scene.workspace(), Scene.CALLER),
                outdial.enrollment.Scope.carrier("chime"));
    }

    List<AttemptId> asked() {
        return carrier.asked().stream().map(Attempt::id).toList();
    }

    static List<AttemptId> attempts(String... ids) {
        return Arrays.stream(ids).map(AttemptId::new).toList();
    }
}
