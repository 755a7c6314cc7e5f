package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.campaign.Campaigns.Turn;
import outdial.campaign.Settings;

/// `Campaigns`: the turn to dispatch, which one has at a time.
public abstract class TurnsContract extends PortsContract {
    private static final Instant TURN_END = NOON.plusSeconds(20);

    private Campaigns campaigns = ports.books().campaigns();

    @BeforeEach
    void have_campaigns() {
        campaigns = ports.books().campaigns();
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
    void how_a_campaign_stands_tells_its_lively_lanes() {
        started(added(scene.settings(2)));
        campaigns.endTurn(take(NOON, false).orElseThrow(), Set.of("a#0"));

        assertThat(campaigns.standing(scene.campaign()))
                .contains(
                        new Campaigns.Standing(campaigns.find(scene.campaign()).orElseThrow(), Set.of("a#0")));
        assertThat(campaigns.standing(scene.campaign("autumn"))).isEmpty();
    }

    @Test
    void who_had_to_wait_makes_the_holder_go_round_again() {
        started(added(scene.settings(2)));
        Turn turn = take(NOON, true).orElseThrow();
        take(NOON, false);
        Campaign paused = changed(new Campaign.Paused(
                campaigns.find(scene.campaign()).orElseThrow().details()));

        Optional<Turn> again = campaigns.endTurn(turn, Set.of("a#0"));

        assertThat(again).contains(new Turn(paused, again.orElseThrow().token(), TURN_END, Set.of("a#0"), false));
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
}
