package outdial.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The campaigns of all workspaces. Reads are strongly consistent unless said otherwise.
public interface Campaigns {
    /// Adds a new campaign together with the limit of its slots.
    ///
    /// @throws IllegalStateException its id is taken
    void add(Campaign.Draft draft);

    Optional<Campaign> find(CampaignRef ref);

    Page<Campaign> list(WorkspaceId workspace, PageRequest page);

    /// Puts `to` in the place of `from`, in one write that succeeds only while `from` is still what is stored (its
    /// version); false when it is not. What is stored gets the next version; the limit of the campaign's slots
    /// follows its settings.
    boolean change(Campaign from, Campaign to);

    /// Campaigns that the tick looks after: SCHEDULED, IN_PROGRESS, and any other that may still hold slots. From
    /// an index, so a change of the last seconds may be missing.
    Stream<CampaignRef> running();

    /// Takes the campaign's turn to dispatch until `until`, unless somebody has it; then leaves a mark that asks
    /// the holder to go round again, and answers empty. `sweep` asks for a look at every lane. A mark that was left
    /// with a holder who died is served by the next turn. Empty where there is no such campaign.
    Optional<Turn> takeTurn(CampaignRef ref, Instant now, Instant until, boolean sweep);

    /// Gives the turn back, remembering which lanes may still have contacts, and answers empty; unless somebody
    /// left a mark in the meantime: then the caller keeps the turn, until its old end, and gets it with the
    /// campaign as it is now. A turn that ran out and went to another ends without effect.
    Optional<Turn> endTurn(Turn turn, Set<String> livelyLanes);

    /// The campaign, and which lanes had contacts when it was dispatched last.
    Optional<Standing> standing(CampaignRef ref);

    /// The campaign is not active and holds no slots: the tick need not look after it any more. Does nothing where
    /// it is active by now: it was resumed, and must not be forgotten.
    void retire(CampaignRef ref);

    record Standing(Campaign campaign, Set<String> livelyLanes) {
        public Standing {
            livelyLanes = Set.copyOf(livelyLanes);
        }
    }

    /// The turn to dispatch: who has it may claim contacts, for the campaign as it was when the turn was taken.
    /// `livelyLanes` had contacts last time; `sweep` tells to look at all of them.
    record Turn(Campaign campaign, String token, Instant until, Set<String> livelyLanes, boolean sweep) {
        public Turn {
            livelyLanes = Set.copyOf(livelyLanes);
        }
    }
}
