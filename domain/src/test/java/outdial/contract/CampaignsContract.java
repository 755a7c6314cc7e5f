package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Scope;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;

/// Campaigns and their states. The index of running campaigns must be up to date when it is
/// asked.
public abstract class CampaignsContract extends PortsContract {
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
