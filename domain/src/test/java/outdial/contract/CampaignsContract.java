package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.Campaigns.Turn;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Scope;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;

/// Campaigns, their states and the turn to dispatch. The index of running campaigns must be up to date when it is
/// asked.
public abstract class CampaignsContract extends PortsContract {
    private static final Instant TURN_END = NOON.plusSeconds(20);

    private Campaigns campaigns = ports.books().campaigns();

    @BeforeEach
    void have_campaigns() {
        campaigns = ports.books().campaigns();
    }

    @Test
    void an_added_campaign_is_found_as_it_was_added() {
        Settings all = new Settings(
                "Grüße & more",
                CampaignType.FOLLOW_UP,
                Optional.of(new AgentId("anna")),
                List.of(new PhoneNumber("+12025550109"), new PhoneNumber("+12025550101")),
                new Settings.Limits(7, Duration.ofMillis(1500)),
                new RetryRules(3, Duration.ofSeconds(90)),
                Optional.of(Scene.OFFICE_HOURS),
                Optional.of(Instant.parse("2026-03-03T08:00:00Z")),
                Optional.of(Instant.parse("2026-04-03T08:00:00Z")));
        Campaign.Draft draft = scene.draft(all);

        campaigns.add(draft);

        assertThat(campaigns.find(scene.campaign())).contains(draft);
    }

    @Test
    void a_campaign_with_nothing_set_yet_is_found_as_it_was_added() {
        Campaign.Draft draft = scene.draft(bare());

        campaigns.add(draft);

        assertThat(campaigns.find(scene.campaign())).contains(draft);
    }

    @Test
    void a_campaign_that_was_never_added_is_not_found() {
        assertThat(campaigns.find(scene.campaign())).isEmpty();
    }

    @Test
    void an_id_that_is_taken_is_refused() {
        Campaign.Draft first = scene.draft(scene.settings(2));
        campaigns.add(first);

        assertThatThrownBy(() -> campaigns.add(scene.draft(bare()))).isInstanceOf(IllegalStateException.class);

        assertThat(campaigns.find(scene.campaign())).contains(first);
    }

    @Test
    void a_campaign_comes_with_the_limit_of_its_slots() {
        campaigns.add(scene.draft(scene.settings(7)));

        assertThat(slots()).containsExactly(new Use(ownScope(), 0, 7));
    }

    @Test
    void a_change_raises_the_version() {
        Campaign.Draft draft = added(scene.settings(2));

        assertThat(campaigns.change(draft, new Campaign.Scheduled(draft.details())))
                .isTrue();

        assertThat(campaigns.find(scene.campaign()))
                .contains(
                        new Campaign.Scheduled(new Details(scene.campaign(), scene.settings(2), Scene.CREATED, 2, 0)));
    }

    @Test
    void every_state_is_kept() {
        Campaign.Draft draft = added(scene.settings(2));
        Details details = draft.details();
        List<Campaign> states = List.of(
                new Campaign.Scheduled(details),
                new Campaign.InProgress(details),
                new Campaign.Paused(details),
                new Campaign.Completed(details),
                new Campaign.Cancelled(details),
                new Campaign.Archived(details));

        for (Campaign state : states) {
            Campaign before = campaigns.find(scene.campaign()).orElseThrow();
            assertThat(campaigns.change(before, state)).isTrue();
            assertThat(campaigns.find(scene.campaign())).map(Campaign::status).contains(state.status());
            assertThat(campaigns.find(scene.campaign())).map(Campaign::getClass).contains(state.getClass());
        }
    }

    @Test
    void who_saw_an_older_version_changes_nothing() {
        Campaign.Draft draft = added(scene.settings(2));
        campaigns.change(draft, new Campaign.Scheduled(draft.details()));

        assertThat(campaigns.change(draft, draft.cancel())).isFalse();

        assertThat(campaigns.find(scene.campaign())).map(Campaign::status).contains("SCHEDULED");
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        Campaign.Draft draft = scene.draft(scene.settings(2));

        assertThat(campaigns.change(draft, draft.cancel())).isFalse();

        assertThat(campaigns.find(scene.campaign())).isEmpty();
    }

    @Test
    void a_changed_limit_reaches_the_slots_and_leaves_their_use_as_it_is() {
        Campaign.Draft draft = added(scene.settings(2));
        Details faster = new Details(scene.campaign(), scene.settings(9), Scene.CREATED, 1, 0);

        campaigns.change(draft, new Campaign.Draft(faster));

        assertThat(slots()).containsExactly(new Use(ownScope(), 0, 9));
    }

    @Test
    void settings_can_be_taken_away_again() {
        Campaign.Draft draft = added(scene.settings(2));

        campaigns.change(draft, new Campaign.Draft(new Details(scene.campaign(), bare(), Scene.CREATED, 1, 0)));

        assertThat(campaigns.find(scene.campaign()))
                .contains(new Campaign.Draft(new Details(scene.campaign(), bare(), Scene.CREATED, 2, 0)));
    }

    @Test
    void campaigns_run_from_their_start_until_they_are_retired() {
        Campaign.Draft draft = added(scene.settings(2));
        assertThat(campaigns.running()).doesNotContain(scene.campaign());

        started(draft);
        assertThat(campaigns.running()).contains(scene.campaign());

        Campaign paused = changed(new Campaign.Paused(draft.details()));
        assertThat(campaigns.running()).contains(scene.campaign());

        campaigns.retire(scene.campaign());
        assertThat(campaigns.running()).doesNotContain(scene.campaign());
        assertThat(campaigns.find(scene.campaign())).contains(paused);
    }

    @Test
    void a_campaign_that_was_resumed_meanwhile_is_not_retired() {
        started(added(scene.settings(2)));

        campaigns.retire(scene.campaign());

        assertThat(campaigns.running()).contains(scene.campaign());
    }

    @Test
    void a_resumed_campaign_runs_again() {
        Campaign.Draft draft = added(scene.settings(2));
        started(draft);
        changed(new Campaign.Paused(draft.details()));
        campaigns.retire(scene.campaign());

        changed(new Campaign.InProgress(draft.details()));

        assertThat(campaigns.running()).contains(scene.campaign());
    }

    @Test
    void a_list_gives_the_campaigns_of_a_workspace_page_by_page() {
        List<Campaign> drafts = IntStream.range(0, 7)
                .<Campaign>mapToObj(n -> new Campaign.Draft(
                        new Details(scene.campaign("c" + n), scene.settings(2), Scene.CREATED, 1, 0)))
                .toList();
        drafts.forEach(draft -> campaigns.add((Campaign.Draft) draft));

        List<List<Campaign>> pages = pages(3, page -> campaigns.list(scene.workspace(), page));

        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(3));
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(drafts);
    }

    @Test
    void a_workspace_without_campaigns_has_an_empty_list() {
        assertThat(pages(3, page -> campaigns.list(scene.workspace(), page))).containsExactly(List.of());
    }

    @Test
    void the_turn_brings_the_campaign_as_it_is() {
        started(added(scene.settings(2)));

        Turn turn = take(NOON, false).orElseThrow();

        assertThat(turn.campaign()).isEqualTo(campaigns.find(scene.campaign()).orElseThrow());
        assertThat(turn).isEqualTo(new Turn(turn.campaign(), turn.token(), TURN_END, Set.of(), false));
    }

    @Test
    void a_sweep_is_passed_on() {
        added(scene.settings(2));

        assertThat(take(NOON, true)).map(Turn::sweep).contains(true);
    }

    @Test
    void nobody_gets_the_turn_of_a_campaign_that_is_not_there() {
        assertThat(take(NOON, true)).isEmpty();

        assertThat(campaigns.find(scene.campaign())).isEmpty();
    }

    @Test
    void the_turn_can_be_taken_by_one_until_it_ends() {
        added(scene.settings(2));
        Turn first = take(NOON, false).orElseThrow();

        assertThat(take(TURN_END.minusMillis(1), false)).isEmpty();

        Turn second = take(TURN_END, false).orElseThrow();
        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    void the_turn_that_was_given_back_can_be_taken() {
        added(scene.settings(2));
        Turn first = take(NOON, false).orElseThrow();

        assertThat(campaigns.endTurn(first, Set.of())).isEmpty();

        assertThat(take(NOON, false)).isPresent();
    }

    @Test
    void lively_lanes_are_remembered_for_the_next_turn() {
        added(scene.settings(2));
        campaigns.endTurn(take(NOON, false).orElseThrow(), Set.of("a#urgent", "a#0"));
        assertThat(take(NOON, false)).map(Turn::livelyLanes).contains(Set.of("a#urgent", "a#0"));

        campaigns.endTurn(take(TURN_END, false).orElseThrow(), Set.of());
        assertThat(take(TURN_END, false)).map(Turn::livelyLanes).contains(Set.of());
    }

    @Test
    void who_had_to_wait_makes_the_holder_go_round_again() {
        started(added(scene.settings(2)));
        Turn turn = take(NOON, true).orElseThrow();
        take(NOON, false);
        Campaign paused = changed(new Campaign.Paused(
                campaigns.find(scene.campaign()).orElseThrow().details()));

        Optional<Turn> again = campaigns.endTurn(turn, Set.of("a#0"));

        assertThat(again).contains(new Turn(paused, turn.token(), TURN_END, Set.of("a#0"), false));
        assertThat(take(NOON, false)).isEmpty();
    }

    @Test
    void the_mark_of_one_who_waited_is_served_once() {
        added(scene.settings(2));
        Turn turn = take(NOON, false).orElseThrow();
        take(NOON, false);
        Turn again = campaigns.endTurn(turn, Set.of()).orElseThrow();

        assertThat(campaigns.endTurn(again, Set.of())).isEmpty();

        assertThat(take(NOON, false)).map(Turn::sweep).contains(false);
    }

    @Test
    void a_sweep_among_those_who_waited_makes_the_next_round_a_sweep() {
        added(scene.settings(2));
        Turn turn = take(NOON, false).orElseThrow();
        take(NOON, true);
        take(NOON, false);

        assertThat(campaigns.endTurn(turn, Set.of())).map(Turn::sweep).contains(true);
    }

    @Test
    void a_mark_left_with_one_who_died_goes_to_the_next() {
        added(scene.settings(2));
        take(NOON, false);
        take(NOON, true);

        Turn next = take(TURN_END, false).orElseThrow();

        assertThat(next.sweep()).isTrue();
        assertThat(campaigns.endTurn(next, Set.of())).isEmpty();
    }

    @Test
    void a_turn_that_ran_out_and_went_to_another_ends_without_effect() {
        added(scene.settings(2));
        Turn late = take(NOON, false).orElseThrow();
        Turn current = take(TURN_END, false).orElseThrow();
        campaigns.takeTurn(scene.campaign(), TURN_END, TURN_END.plusSeconds(20), true);

        assertThat(campaigns.endTurn(late, Set.of("late#0"))).isEmpty();

        assertThat(campaigns.endTurn(current, Set.of("current#0")))
                .map(Turn::sweep)
                .contains(true);
    }

    @Test
    void taking_a_turn_leaves_the_campaign_as_it_is() {
        Campaign.Draft draft = added(scene.settings(2));

        campaigns.endTurn(take(NOON, true).orElseThrow(), Set.of("a#0"));

        assertThat(campaigns.find(scene.campaign())).contains(draft);
    }

    private Optional<Turn> take(Instant now, boolean sweep) {
        return campaigns.takeTurn(scene.campaign(), now, now.plusSeconds(20), sweep);
    }

    private Campaign.Draft added(Settings settings) {
        Campaign.Draft draft = scene.draft(settings);
        campaigns.add(draft);
        return draft;
    }

    private void started(Campaign.Draft draft) {
        assertThat(campaigns.change(draft, new Campaign.Scheduled(draft.details())))
                .isTrue();
    }

    private Campaign changed(Campaign to) {
        CampaignRef ref = to.ref();
        assertThat(campaigns.change(campaigns.find(ref).orElseThrow(), to)).isTrue();
        return campaigns.find(ref).orElseThrow();
    }

    private static Settings bare() {
        return new Settings(
                "Bare",
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Settings.Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Scope ownScope() {
        return Scope.campaign(scene.campaign().id());
    }

    private List<Use> slots() {
        return ports.slots().of(List.of(ownScope()));
    }
}
