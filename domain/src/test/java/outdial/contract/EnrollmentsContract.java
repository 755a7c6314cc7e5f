package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.Enrollments.Due;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;

/// Adding, finding and moving on contacts that hold no slots. The index must be up to date when it is asked.
public abstract class EnrollmentsContract extends PortsContract {
    private Enrollments enrollments = ports.books().enrollments();

    @BeforeEach
    void have_a_campaign() {
        enrollments = ports.books().enrollments();
        ports.books().campaigns().add(scene.draft(scene.settings(2)));
    }

    @Test
    void an_added_contact_is_found_waiting_with_its_variables() {
        var ann = scene.waiting("ann", phone(1), NOON);

        List<Added> added =
                enrollments.add(List.of(new NewEnrollment(ann, "list.csv#2", Map.of("pet", "cat", "plan", "gold"))));

        assertThat(added).containsExactly(Added.ADDED);
        assertThat(enrollments.find(ann.id())).contains(ann);
        assertThat(enrollments.variables(ann.id())).isEqualTo(Map.of("pet", "cat", "plan", "gold"));
    }

    @Test
    void a_contact_that_was_never_added_is_not_found_and_has_no_variables() {
        var ann = scene.waiting("ann", phone(1), NOON);

        assertThat(enrollments.find(ann.id())).isEmpty();
        assertThat(enrollments.variables(ann.id())).isEmpty();
    }

    @Test
    void adding_again_tells_in_order_whether_it_was_the_same_source() {
        add("ann", "bob");

        List<Added> again = enrollments.add(List.of(
                new NewEnrollment(scene.waiting("cat", phone(3), NOON), "list.csv#4", Map.of()),
                new NewEnrollment(scene.waiting("bob", phone(2), NOON), "other.csv#3", Map.of()),
                new NewEnrollment(scene.waiting("ann", phone(1), NOON), "list.csv#ann", Map.of())));

        assertThat(again).containsExactly(Added.ADDED, Added.THERE_BEFORE, Added.SAME_SOURCE);
    }

    @Test
    void adding_again_changes_nothing() {
        var ann = scene.waiting("ann", phone(1), NOON);
        enrollments.add(List.of(new NewEnrollment(ann, "list.csv#2", Map.of("pet", "cat"))));

        enrollments.add(List.of(
                new NewEnrollment(scene.waiting("ann", phone(7), NOON.plusSeconds(9)), "list.csv#2", Map.of())));

        assertThat(enrollments.find(ann.id())).contains(ann);
        assertThat(enrollments.variables(ann.id())).isEqualTo(Map.of("pet", "cat"));
    }

    @Test
    void more_than_one_request_can_hold_are_added_at_once() {
        List<NewEnrollment> sixty = IntStream.range(0, 60)
                .mapToObj(n -> scene.waiting("n" + n, phone(n), NOON))
                .map(waiting -> new NewEnrollment(waiting, "list.csv#1", Map.of()))
                .toList();

        List<Added> added = enrollments.add(sixty);

        assertThat(added).hasSize(60).containsOnly(Added.ADDED);
        assertThat(due(List.of(LANE), 100).contacts()).hasSize(60);
    }

    @Test
    void nothing_is_added_where_nothing_was_given() {
        assertThat(enrollments.add(List.of())).isEmpty();
    }

    @Test
    void contacts_are_due_from_their_time_on_the_earliest_first() {
        addDue("soon", NOON.plusMillis(1), LANE);
        addDue("now", NOON, LANE);
        addDue("before", NOON.minusSeconds(60), LANE);

        Due due = due(List.of(LANE), 10);

        assertThat(names(due.contacts())).containsExactly("before", "now");
    }

    @Test
    void those_of_earlier_lanes_come_first() {
        addDue("cold", NOON.minusSeconds(60), LANE);
        addDue("promised", NOON, URGENT);

        assertThat(names(due(List.of(URGENT, LANE), 10).contacts())).containsExactly("promised", "cold");
        assertThat(names(due(List.of(LANE, URGENT), 10).contacts())).containsExactly("cold", "promised");
        assertThat(names(due(List.of(LANE), 10).contacts())).containsExactly("cold");
    }

    @Test
    void no_more_are_due_than_were_asked_for() {
        addDue("promised", NOON, URGENT);
        addDue("first", NOON.minusSeconds(2), LANE);
        addDue("second", NOON.minusSeconds(1), LANE);

        assertThat(names(due(List.of(URGENT, LANE), 2).contacts())).containsExactly("promised", "first");
    }

    @Test
    void a_lane_is_exhausted_when_all_that_is_due_in_it_was_given() {
        Lane empty = Lane.shard("America/New_York+US", 1);
        addDue("promised", NOON, URGENT);
        addDue("later", NOON.plusSeconds(60), empty);
        addDue("first", NOON.minusSeconds(2), LANE);
        addDue("second", NOON.minusSeconds(1), LANE);

        assertThat(due(List.of(URGENT, empty, LANE), 2).exhausted()).isEqualTo(Set.of(URGENT, empty));
        assertThat(due(List.of(URGENT, empty, LANE), 10).exhausted()).isEqualTo(Set.of(URGENT, empty, LANE));
    }

    @Test
    void a_lane_that_was_not_reached_is_not_exhausted() {
        addDue("promised", NOON, URGENT);
        addDue("promised too", NOON, URGENT);

        assertThat(due(List.of(URGENT, LANE), 1).exhausted()).isEmpty();
    }

    @Test
    void contacts_of_another_campaign_are_not_due() {
        add("ann");

        Due due = enrollments.due(scene.campaign("autumn").id(), List.of(LANE), NOON, 10);

        assertThat(due).isEqualTo(new Due(List.of(), Set.of(LANE)));
    }

    @Test
    void a_waiting_contact_can_be_put_off() {
        var ann = add("ann").getFirst();

        boolean changed = enrollments.change(ann, ann.postpone(NOON.plusSeconds(60), Enrollment.Reason.HOURS));

        assertThat(changed).isTrue();
        assertThat(enrollments.find(ann.id()))
                .contains(new Enrollment.Waiting(ann.who(), NOON.plusSeconds(60), LANE, Enrollment.Reason.HOURS));
        assertThat(due(List.of(LANE), 10).contacts()).isEmpty();
    }

    @Test
    void a_waiting_contact_can_change_what_is_known_of_it_and_its_lane() {
        var ann = add("ann").getFirst();
        var last = new Enrolled.Last(new outdial.call.AttemptId("a1"), outdial.call.Outcome.BUSY);
        var who = new Enrolled(
                scene.campaign(),
                ann.who().contact(),
                phone(1),
                LANE,
                1,
                Map.of(outdial.campaign.RetryRules.Cause.BUSY, 1),
                Optional.of(last),
                NOON,
                Optional.empty());
        var retry = new Enrollment.Waiting(who, NOON, URGENT);

        assertThat(enrollments.change(ann, retry)).isTrue();

        assertThat(enrollments.find(ann.id())).contains(retry);
        assertThat(due(List.of(URGENT, LANE), 10)).isEqualTo(new Due(List.of(retry), Set.of(URGENT, LANE)));
    }

    @Test
    void a_waiting_contact_can_be_finished() {
        var ann = add("ann").getFirst();

        assertThat(enrollments.change(ann, ann.finish(Status.DO_NOT_CALL))).isTrue();

        assertThat(enrollments.find(ann.id())).contains(new Enrollment.Finished(ann.who(), Status.DO_NOT_CALL));
        assertThat(due(List.of(LANE), 10).contacts()).isEmpty();
    }

    @Test
    void a_contact_that_changed_meanwhile_stays_as_it_is() {
        var ann = add("ann").getFirst();
        var later = ann.postpone(NOON.plusSeconds(60), Enrollment.Reason.HOURS);
        enrollments.change(ann, later);

        assertThat(enrollments.change(ann, ann.finish(Status.DO_NOT_CALL))).isFalse();

        assertThat(enrollments.find(ann.id())).contains(later);
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        var ann = scene.waiting("ann", phone(1), NOON);

        assertThat(enrollments.change(ann, ann.finish(Status.DO_NOT_CALL))).isFalse();

        assertThat(enrollments.find(ann.id())).isEmpty();
    }

    @Test
    void a_campaign_is_unfinished_until_its_last_contact_is_final() {
        var both = add("ann", "bob");
        var ann = both.getFirst();
        var bob = both.getLast();
        enrollments.change(ann, ann.finish(Status.DO_NOT_CALL));
        assertThat(enrollments.anyUnfinished(scene.campaign().id())).isTrue();

        enrollments.change(bob, bob.finish(Status.FAILED));

        assertThat(enrollments.anyUnfinished(scene.campaign().id())).isFalse();
    }

    @Test
    void a_campaign_without_contacts_has_none_unfinished() {
        assertThat(enrollments.anyUnfinished(new CampaignId("nobody"))).isFalse();
    }

    @Test
    void a_list_gives_every_contact_once_page_by_page() {
        List<Enrollment.Waiting> all = IntStream.range(0, 25)
                .mapToObj(n -> scene.waiting("n" + n, phone(n), NOON))
                .toList();
        enrollments.add(all.stream()
                .map(waiting -> new NewEnrollment(waiting, "list.csv#1", Map.of()))
                .toList());

        List<List<Enrollment>> pages =
                pages(10, page -> enrollments.list(scene.campaign().id(), Optional.empty(), page));

        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(10));
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_list_can_be_of_one_status() {
        var both = add("ann", "bob");
        var finished = both.getLast().finish(Status.FAILED);
        enrollments.change(both.getLast(), finished);

        assertThat(listed(Status.PENDING)).containsExactly(both.getFirst());
        assertThat(listed(Status.FAILED)).containsExactly(finished);
        assertThat(listed(Status.COMPLETED)).isEmpty();
    }

    private List<Enrollment> listed(Status status) {
        return pages(10, page -> enrollments.list(scene.campaign().id(), Optional.of(status), page)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Enrollment.Waiting> add(String... who) {
        List<Enrollment.Waiting> waiting = IntStream.range(0, who.length)
                .mapToObj(n -> scene.waiting(who[n], phone(n + 1), NOON.minus(Duration.ofSeconds(who.length - n))))
                .toList();
        enrollments.add(IntStream.range(0, who.length)
                .mapToObj(n -> new NewEnrollment(waiting.get(n), "list.csv#" + who[n], Map.of()))
                .toList());
        return waiting;
    }

    private void addDue(String who, Instant dueAt, Lane lane) {
        var waiting = new Enrollment.Waiting(scene.enrolled(who, phone(1)), dueAt, lane);
        enrollments.add(List.of(new NewEnrollment(waiting, "list.csv#1", Map.of())));
    }

    private Due due(List<Lane> lanes, int limit) {
        return enrollments.due(scene.campaign().id(), lanes, NOON, limit);
    }

    private List<String> names(List<Enrollment.Waiting> contacts) {
        int prefix = scene.contactId("").value().length();
        return contacts.stream()
                .map(waiting -> waiting.id().contact().value().substring(prefix))
                .toList();
    }
}
