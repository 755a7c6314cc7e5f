package outdial.functions.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.donotcall.Channel;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.page.Page;
import outdial.page.PageRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Enrollments`: each change is one UpdateItem or one TransactWriteItems, conditional on the state that was seen.
public final class DynamoEnrollments implements Enrollments {
    /// Rounds of a claim from which contacts that changed meanwhile are dropped; the next dispatch sees the
    /// rest again.
    private static final int MOST_CLAIM_ROUNDS = 5;

    private final Tables tables;
    private final Parallel parallel;
    private final String table;
    private final Transactions transactions;
    private final SlotChanges slots;
    private final BatchInserts inserts;
    private final Batches batches;
    private final EnrollmentQueries queries;

    public DynamoEnrollments(Tables tables, Parallel parallel) {
        this.tables = tables;
        this.parallel = parallel;
        this.table = tables.name("Enrollments");
        this.transactions = new Transactions(tables.client());
        this.slots = new SlotChanges(tables);
        this.inserts = new BatchInserts(tables, parallel);
        this.batches = new Batches(tables);
        this.queries = new EnrollmentQueries(tables.client(), table);
    }

    @Override
    public Optional<Enrollment> find(EnrollmentId id) {
        return item(id).map(EnrollmentItems::read);
    }

    @Override
    public Map<String, String> variables(EnrollmentId id) {
        return item(id).map(row -> row.map("variables")).orElseGet(Map::of);
    }

    private Optional<Row> item(EnrollmentId id) {
        return batches.get(table, List.of(Keys.enrollment(id))).stream().findFirst();
    }

    @Override
    public List<Added> add(List<NewEnrollment> enrollments) {
        List<BatchInserts.Inserted> inserted = inserts.insert("Enrollments", enrollments, EnrollmentItems::item);
        Map<EnrollmentId, String> sources = sources(IntStream.range(0, enrollments.size())
                .filter(i -> inserted.get(i) == BatchInserts.Inserted.DUPLICATE)
                .mapToObj(i -> enrollments.get(i).enrollment().id())
                .collect(Collectors.toUnmodifiableSet()));
        return IntStream.range(0, enrollments.size())
                .mapToObj(i -> added(inserted.get(i), enrollments.get(i), sources))
                .toList();
    }

    private static Added added(
            BatchInserts.Inserted inserted, NewEnrollment enrollment, Map<EnrollmentId, String> sources) {
        if (inserted == BatchInserts.Inserted.INSERTED) return Added.ADDED;
        // No source: it was there and is gone.
        return Added.found(sources.getOrDefault(enrollment.enrollment().id(), ""), enrollment.source());
    }

    @Override
    public Map<EnrollmentId, String> sources(Set<EnrollmentId> ids) {
        List<Map<String, AttributeValue>> keys =
                ids.stream().map(Keys::enrollment).toList();
        return batches.get(table, keys).stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new EnrollmentId(
                                new CampaignId(row.text("campaignId")), new ContactId(row.text("contactId"))),
                        row -> row.text("source")));
    }

    @Override
    public Page<Brought> brought(CampaignId campaign, String source, PageRequest page) {
        return queries.brought(campaign, source, page);
    }

    @Override
    public List<Withdrawn> withdraw(List<Brought> brought) {
        return parallel.map(brought, this::withdraw);
    }

    private Withdrawn withdraw(Brought brought) {
        return Change.of(table, Keys.enrollment(brought.id()))
                .when(
                        "attribute_not_exists(#source) OR (#source = ? AND #attempts = ?"
                                + " AND attribute_not_exists(#lastAttemptId) AND #state IN (?, ?))",
                        Item.text(brought.source()),
                        Item.number(0),
                        Item.text(EnrollmentItems.state(Status.PENDING)),
                        Item.text(EnrollmentItems.state(Status.DISQUALIFIED)))
                .deleted(tables.client())
                .map(was -> was.has("source") ? Withdrawn.REMOVED : Withdrawn.GONE)
                .orElse(Withdrawn.KEPT);
    }

    @Override
    public Due due(CampaignId campaign, List<Lane> lanes, Instant now, int limit) {
        return queries.due(campaign, lanes, now, limit);
    }

    @Override
    public List<Enrollment.Leased> expired(CampaignId campaign, Instant now, int limit) {
        return leased(campaign, now, limit)
                .filter(leased -> isOver(leased, now))
                .toList();
    }

    @Override
    public List<Enrollment.Leased> leased(CampaignId campaign, int limit) {
        return leased(campaign, Instant.ofEpochMilli(Long.MAX_VALUE), limit).toList();
    }

    private Stream<Enrollment.Leased> leased(CampaignId campaign, Instant before, int limit) {
        return batches.get(table, queries.leases(campaign, before, limit)).stream()
                .map(EnrollmentItems::read)
                .filter(Enrollment.Leased.class::isInstance)
                .map(Enrollment.Leased.class::cast);
    }

    /// A call that goes on is seen when its claim would have been over, and then not before its own lease is.
    private boolean isOver(Enrollment.Leased leased, Instant now) {
        boolean over = leased.leaseEnd().isBefore(now);
        if (!over && leased instanceof Enrollment.Dialing dialing) {
            // False where the call has ended meanwhile.
            var _ = EnrollmentItems.lookAtLeaseEnd(table, dialing).written(tables.client());
        }
        return over;
    }

    @Override
    public List<Enrollment.Queued> claim(List<Claim> claims, List<SlotLimit> limits) {
        List<Claim> open = claims;
        for (int round = 0; round < MOST_CLAIM_ROUNDS && !open.isEmpty(); round++) {
            switch (transactions.write(claiming(open, limits))) {
                case Transactions.Result.Written() -> {
                    return open.stream().map(Claim::to).toList();
                }
                case Transactions.Result.Refused refused -> {
                    if (IntStream.range(0, limits.size()).anyMatch(refused::names)) return List.of();
                    open = without(open, refused, limits.size());
                }
            }
        }
        return List.of();
    }

    private List<TransactWriteItem> claiming(List<Claim> claims, List<SlotLimit> limits) {
        List<TransactWriteItem> items = new ArrayList<>(slots.take(limits, claims.size()));
        claims.forEach(claim -> items.add(
                EnrollmentItems.change(table, claim.from(), claim.to()).inTransaction()));
        return items;
    }

    private static List<Claim> without(List<Claim> claims, Transactions.Result.Refused refused, int offset) {
        return IntStream.range(0, claims.size())
                .filter(i -> !refused.names(offset + i))
                .mapToObj(claims::get)
                .toList();
    }

    @Override
    public boolean release(Enrollment.Queued from, Enrollment to) {
        return transactions.write(freeing(from, to, from.scopes())) instanceof Transactions.Result.Written;
    }

    private List<TransactWriteItem> freeing(Enrollment.Leased from, Enrollment to, List<Scope> scopes) {
        return Stream.concat(
                        Stream.of(EnrollmentItems.change(table, from, to).inTransaction()),
                        slots.giveBack(scopes).stream())
                .toList();
    }

    @Override
    public Start dial(Enrollment.Queued from, Enrollment.Dialing to, Dial dial) {
        return switch (transactions.write(dialling(from, to, dial))) {
            case Transactions.Result.Written() -> Start.STARTED;
            case Transactions.Result.Refused refused when refused.names(0) || refused.names(1) -> Start.LOST;
            case Transactions.Result.Refused refused when refused.names(2) -> Start.ON_DO_NOT_CALL;
            case Transactions.Result.Refused refused when refused.names(3) -> Start.CONTACT_CHANGED;
            case Transactions.Result.Refused _ -> Start.NUMBER_CHANGED;
        };
    }

    private List<TransactWriteItem> dialling(Enrollment.Queued from, Enrollment.Dialing to, Dial dial) {
        Attempt attempt = dial.attempt();
        return List.of(
                EnrollmentItems.change(table, from, to).inTransaction(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(tables.name("Calls"))
                                .item(AttemptItems.item(attempt))
                                .conditionExpression("attribute_not_exists(attemptId)"))
                        .build(),
                Change.of(
                                tables.name("DoNotCall"),
                                Keys.doNotCall(
                                        attempt.campaign().workspace(),
                                        attempt.route().to()))
                        .when("NOT contains(#channels, ?)", Item.text(Channel.PHONE.name()))
                        .checkInTransaction(),
                Change.of(
                                tables.name("Contacts"),
                                Keys.contact(attempt.campaign().workspace(), attempt.contact()))
                        .when("#version = ?", Item.number(dial.contactVersion()))
                        .checkInTransaction(),
                NumberItems.dialled(tables.name("Numbers"), dial.number()).inTransaction());
    }

    @Override
    public boolean conclude(Enrollment.Dialing from, Enrollment to, Attempt closed) {
        boolean placed = closed.closing().orElseThrow().by() != Closing.By.NOT_PLACED;
        List<Scope> scopes = from.scopes().stream()
                .filter(scope -> !placed || !scope.countsStarts())
                .toList();
        List<TransactWriteItem> items = Stream.concat(freeing(from, to, scopes).stream(), Stream.of(closing(closed)))
                .toList();
        return transactions.write(items) instanceof Transactions.Result.Written;
    }

    private TransactWriteItem closing(Attempt closed) {
        return Change.of(tables.name("Calls"), AttemptItems.key(closed.contact(), closed.id()))
                .setAll(AttemptItems.closing(closed, closed.closing().orElseThrow()))
                .when("attribute_exists(#attemptId) AND attribute_not_exists(#outcome)")
                .inTransaction();
    }

    @Override
    public boolean handOver(Enrollment.Dialing from, Enrollment to, Attempt closed, Claim heir) {
        return transactions.written(
                EnrollmentItems.change(table, from, to).inTransaction(),
                closing(closed),
                EnrollmentItems.change(table, heir.from(), heir.to()).inTransaction());
    }

    @Override
    public boolean learn(Enrollment.Dialing from, Enrollment.Dialing to) {
        return EnrollmentItems.change(table, from, to).written(tables.client());
    }

    @Override
    public boolean change(Enrollment.Idle from, Enrollment to) {
        return EnrollmentItems.change(table, from, to).written(tables.client());
    }

    @Override
    public boolean enable(Enrollment.Held from, Campaign seen) {
        Change risen = Change.of(tables.name("Campaigns"), Keys.campaign(seen.ref()))
                .increase("version", 1)
                .when("#version = ?", Item.number(seen.details().version()));
        return transactions.write(List.of(
                        EnrollmentItems.change(table, from, from.waiting()).inTransaction(), risen.inTransaction()))
                instanceof Transactions.Result.Written;
    }

    @Override
    public boolean correct(Enrollment.Finished from, Enrollment.Finished to) {
        return EnrollmentItems.change(table, from, to).written(tables.client());
    }

    @Override
    public boolean anyUnfinished(CampaignId campaign) {
        return queries.anyUnfinished(campaign);
    }

    @Override
    public Page<Enrollment> list(CampaignId campaign, Optional<Status> status, PageRequest page) {
        return queries.list(campaign, status, page);
    }
}
