package outdial.functions.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules.Cause;
import outdial.contact.ContactId;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Dialing;
import outdial.enrollment.Enrollment.Finished;
import outdial.enrollment.Enrollment.Held;
import outdial.enrollment.Enrollment.Leased;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Enrollments as items. `dueIn` and `dueKey` are the sparse index `due`: where a contact waits and since when
/// it is due, or `<campaign>#leases` and when to look at its lease; a final enrollment has neither. A claim
/// that is dialled keeps its place there, because moving it costs two writes and most calls are over by then:
/// `leaseEnd`, which is not in the index, tells when the call's lease really ends. `state` is WAITING, QUEUED,
/// DIALING, DISABLED or, when final, the status; who is held keeps in `dueAt` when it was due. `token` is also
/// the id of the attempt.
final class EnrollmentItems {
    private static final String LEASE_END = "leaseEnd";
    private static final String WAITING = "WAITING";
    private static final String QUEUED = "QUEUED";
    private static final String DIALING = "DIALING";
    private static final String HELD = "DISABLED";
    private static final String DUE_AT = "dueAt";
    private static final String SETTLED = "settled";

    /// What an item has of its state, and loses with it.
    private static final List<String> STATES =
            List.of("token", LEASE_END, "scopes", "dueIn", "dueKey", DUE_AT, "lane", "reason", "why");

    private static final Set<String> PLACE = Set.of("dueIn", "dueKey");

    private EnrollmentItems() {}

    static String dueIn(CampaignId campaign, Lane lane) {
        return campaign + "#" + lane.key();
    }

    static String leases(CampaignId campaign) {
        return campaign + "#leases";
    }

    static Map<String, AttributeValue> item(NewEnrollment added) {
        Enrolled who = added.enrollment().who();
        Item item = new Item();
        Keys.enrollment(who.id()).forEach(item::put);
        item.put("workspaceId", who.campaign().workspace().value())
                .put("campaignId", who.campaign().id().value())
                .put("phone", who.phone().e164())
                .put("home", who.home().key())
                .put("attempts", who.attempts())
                .put("since", who.since().toEpochMilli())
                .put("source", added.source())
                .put("variables", added.variables());
        stateOf(added.enrollment()).forEach(item::put);
        return item.map();
    }

    /// The change of one state into another, on condition that the enrollment is still what was seen.
    static Change change(String table, Enrollment from, Enrollment to) {
        Change change = Change.of(table, Keys.enrollment(from.id()));
        Map<String, AttributeValue> state = stateOf(to);
        STATES.stream()
                .filter(name -> !state.containsKey(name))
                .filter(name -> !(to instanceof Dialing && PLACE.contains(name)))
                .forEach(change::remove);
        change.setAll(state);
        if (!to.who().equals(from.who())) change.setAll(who(to.who()));
        return stillAs(from, change);
    }

    /// What changes of it in the course of a campaign.
    private static Map<String, AttributeValue> who(Enrolled who) {
        Item item = Item.of("home", who.home().key())
                .put("attempts", who.attempts())
                .put("since", who.since().toEpochMilli())
                .putText(SETTLED, who.settled().map(Status::name))
                .put(
                        "missed",
                        AttributeValue.fromM(who.missed().entrySet().stream()
                                .collect(Collectors.toMap(
                                        count -> count.getKey().name(), count -> Item.number(count.getValue())))));
        who.last()
                .ifPresent(last -> item.put("lastAttemptId", last.attempt().value())
                        .put("lastOutcome", last.outcome().name())
                        .put("unrung", last.unrung()));
        return item.map();
    }

    private static Change stillAs(Enrollment seen, Change change) {
        return switch (seen) {
            case Waiting waiting ->
                change.when(
                        "#state = ? AND #dueIn = ? AND #dueKey = ? AND #attempts = ?",
                        Item.text(WAITING),
                        Item.text(dueIn(waiting.id().campaign(), waiting.lane())),
                        Item.number(waiting.dueAt().toEpochMilli()),
                        Item.number(waiting.who().attempts()));
            case Held held ->
                change.when(
                        "#state = ? AND #lane = ? AND #dueAt = ? AND #attempts = ?",
                        Item.text(HELD),
                        Item.text(held.waiting().lane().key()),
                        Item.number(held.waiting().dueAt().toEpochMilli()),
                        Item.number(held.who().attempts()));
            case Queued queued ->
                change.when(
                        "#state = ? AND #token = ?",
                        Item.text(QUEUED),
                        Item.text(queued.token().value()));
            case Dialing dialing ->
                stillKnown(
                        dialing.who(),
                        change.when(
                                "#state = ? AND #token = ?",
                                Item.text(DIALING),
                                Item.text(dialing.attempt().value())));
            case Finished finished ->
                stillKnown(
                        finished.who(),
                        change.when("#state = ?", Item.text(finished.status().name())));
        };
    }

    /// No late report was heard since.
    private static Change stillKnown(Enrolled who, Change change) {
        return who.settled()
                .map(settled -> change.when("#settled = ?", Item.text(settled.name())))
                .orElseGet(() -> change.when("attribute_not_exists(#settled)"));
    }

    private static Map<String, AttributeValue> stateOf(Enrollment enrollment) {
        CampaignId campaign = enrollment.id().campaign();
        return switch (enrollment) {
            case Waiting waiting ->
                Item.of("state", WAITING)
                        .put("lane", waiting.lane().key())
                        .put("dueIn", dueIn(campaign, waiting.lane()))
                        .put("dueKey", waiting.dueAt().toEpochMilli())
                        .put("reason", waiting.reason().name())
                        .map();
            case Held(Waiting waiting, String why) ->
                Item.of("state", HELD)
                        .put("lane", waiting.lane().key())
                        .put(DUE_AT, waiting.dueAt().toEpochMilli())
                        .put("reason", waiting.reason().name())
                        .putText("why", Optional.of(why).filter(text -> !text.isEmpty()))
                        .map();
            case Queued queued ->
                leased(QUEUED, queued.token(), queued)
                        .put("lane", queued.lane().key())
                        .put("dueIn", leases(campaign))
                        .put("dueKey", queued.leaseEnd().toEpochMilli())
                        .map();
            case Dialing dialing ->
                leased(DIALING, new Token(dialing.attempt().value()), dialing)
                        .put("lane", dialing.lane().key())
                        .put(LEASE_END, dialing.leaseEnd().toEpochMilli())
                        .map();
            case Finished finished ->
                Item.of("state", finished.status().name())
                        .putText("why", Optional.of(finished.why()).filter(why -> !why.isEmpty()))
                        .map();
        };
    }

    private static Item leased(String state, Token token, Leased leased) {
        return Item.of("state", state)
                .put("token", token.value())
                .put(
                        "scopes",
                        AttributeValue.fromL(leased.scopes().stream()
                                .map(scope -> Item.text(scope.key()))
                                .toList()));
    }

    /// Has the index show a call when its lease ends, as long as it goes on.
    static Change lookAtLeaseEnd(String table, Dialing dialing) {
        return stillAs(
                dialing,
                Change.of(table, Keys.enrollment(dialing.id()))
                        .set("dueKey", dialing.leaseEnd().toEpochMilli()));
    }

    /// From the index, which shows in lanes only those who wait.
    static Waiting waiting(Row row) {
        return waiting(row, due(row));
    }

    private static Waiting waiting(Row row, Instant dueAt) {
        return new Waiting(who(row), dueAt, lane(row), Enrollment.Reason.valueOf(row.text("reason")));
    }

    private static Held held(Row row) {
        return waiting(row, Instant.ofEpochMilli(row.number(DUE_AT))).hold(row.textOr("why", ""));
    }

    static Enrollment read(Row row) {
        Enrolled who = who(row);
        String state = row.text("state");
        return switch (state) {
            case WAITING -> waiting(row);
            case QUEUED -> new Queued(who, token(row), due(row), scopes(row), lane(row));
            case DIALING -> new Dialing(who, token(row).attempt(), leaseEnd(row), scopes(row), lane(row));
            case HELD -> held(row);
            default -> new Finished(who, Status.valueOf(state), row.textOr("why", ""));
        };
    }

    /// What a stored state is called in the API.
    static Status status(String state) {
        return switch (state) {
            case WAITING -> Status.PENDING;
            case QUEUED -> Status.QUEUED;
            case DIALING -> Status.IN_PROGRESS;
            default -> Status.valueOf(state);
        };
    }

    static String state(Status status) {
        return switch (status) {
            case PENDING -> WAITING;
            case QUEUED -> QUEUED;
            case IN_PROGRESS -> DIALING;
            case COMPLETED, NO_ANSWER, FAILED, DO_NOT_CALL, DISQUALIFIED, SKIPPED, DISABLED -> status.name();
        };
    }

    private static Enrolled who(Row row) {
        return new Enrolled(
                new CampaignRef(new WorkspaceId(row.text("workspaceId")), new CampaignId(row.text("campaignId"))),
                new ContactId(row.text("contactId")),
                new PhoneNumber(row.text("phone")),
                Lane.parse(row.text("home")),
                Math.toIntExact(row.number("attempts")),
                missed(row),
                last(row),
                Instant.ofEpochMilli(row.number("since")),
                row.optional(SETTLED).map(Status::valueOf));
    }

    private static Map<Cause, Integer> missed(Row row) {
        return row.counts("missed").entrySet().stream()
                .collect(Collectors.toMap(count -> Cause.valueOf(count.getKey()), Map.Entry::getValue));
    }

    private static Optional<Enrolled.Last> last(Row row) {
        return row.optional("lastAttemptId")
                .map(id -> new Enrolled.Last(
                        new AttemptId(id),
                        Outcome.valueOf(row.text("lastOutcome")),
                        Math.toIntExact(row.numberOr("unrung", 0))));
    }

    private static Instant due(Row row) {
        return Instant.ofEpochMilli(row.number("dueKey"));
    }

    private static Instant leaseEnd(Row row) {
        return Instant.ofEpochMilli(row.number(LEASE_END));
    }

    private static Token token(Row row) {
        return new Token(row.text("token"));
    }

    private static Lane lane(Row row) {
        return Lane.parse(row.text("lane"));
    }

    private static List<Scope> scopes(Row row) {
        return row.texts("scopes").stream().map(Scope::new).toList();
    }
}
