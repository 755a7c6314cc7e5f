package outdial.event;

import java.util.Optional;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.donotcall.DoNotCallEntry;
import outdial.imports.Import;
import outdial.workspace.WorkspaceId;

/// Something that happened and is on record. Each is read off one committed change, what was stored before and
/// what is stored now, so that there is an event for each change that matters and none for one that was not
/// made.
public sealed interface Event {
    EventType type();

    WorkspaceId workspace();

    /// An import came to its end.
    record ImportOver(Import over) implements Event {
        @Override
        public EventType type() {
            return over instanceof Import.Completed ? EventType.IMPORT_COMPLETED : EventType.IMPORT_FAILED;
        }

        @Override
        public WorkspaceId workspace() {
            return over.details().workspace();
        }
    }

    /// A call ended, or how it ended was corrected.
    record CallEnded(Attempt attempt, boolean corrected) implements Event {
        @Override
        public EventType type() {
            return corrected ? EventType.CALL_CORRECTED : EventType.CALL_ENDED;
        }

        @Override
        public WorkspaceId workspace() {
            return attempt.campaign().workspace();
        }
    }

    /// A number came on the do-not-call list, or its entry covers more channels than before.
    record OptedOut(DoNotCallEntry entry) implements Event {
        @Override
        public EventType type() {
            return EventType.CONTACT_OPTED_OUT;
        }

        @Override
        public WorkspaceId workspace() {
            return entry.workspace();
        }
    }

    /// A campaign went from one status to another.
    record CampaignMoved(Campaign campaign, String from) implements Event {
        @Override
        public EventType type() {
            return campaign instanceof Campaign.Completed
                    ? EventType.CAMPAIGN_COMPLETED
                    : EventType.CAMPAIGN_STATUS_CHANGED;
        }

        @Override
        public WorkspaceId workspace() {
            return campaign.ref().workspace();
        }
    }

    static Optional<Event> ofImport(Optional<Import> before, Import after) {
        return isOver(after) && before.filter(Event::isOver).isEmpty()
                ? Optional.of(new ImportOver(after))
                : Optional.empty();
    }

    private static boolean isOver(Import one) {
        return switch (one) {
            case Import.Completed _, Import.Failed _ -> true;
            case Import.AwaitingUpload _, Import.Planning _, Import.AwaitingConfirmation _ -> false;
            case Import.Reading _, Import.Cancelled _, Import.Undone _ -> false;
        };
    }

    static Optional<Event> ofAttempt(Optional<Attempt> before, Attempt after) {
        var closedBefore = before.flatMap(Attempt::closing);
        return after.closing().isPresent() && !closedBefore.equals(after.closing())
                ? Optional.of(new CallEnded(after, closedBefore.isPresent()))
                : Optional.empty();
    }

    /// A list that is imported says nothing that somebody asked for just now, and has up to a million numbers: its
    /// import is told instead.
    static Optional<Event> ofEntry(Optional<DoNotCallEntry> before, DoNotCallEntry after) {
        if (after.source().equals(DoNotCallEntry.IMPORTED)) return Optional.empty();
        return before.filter(entry -> entry.channels().equals(after.channels())).isEmpty()
                ? Optional.of(new OptedOut(after))
                : Optional.empty();
    }

    /// A new campaign is no event: it is a draft.
    static Optional<Event> ofCampaign(Optional<Campaign> before, Campaign after) {
        return before.map(Campaign::status)
                .filter(from -> !from.equals(after.status()))
                .map(from -> new CampaignMoved(after, from));
    }
}
