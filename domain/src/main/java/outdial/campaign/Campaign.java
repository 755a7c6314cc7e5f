package outdial.campaign;

import java.time.Instant;
import java.util.List;

/// A campaign in one of its states. What a state allows is what it implements: a campaign that is not [Pausable]
/// cannot be paused, and the compiler says so.
public sealed interface Campaign {
    Details details();

    /// The state's name in the API.
    String status();

    default Settings settings() {
        return details().settings();
    }

    default CampaignRef ref() {
        return details().ref();
    }

    /// Whether contacts may still be added: until COMPLETED, CANCELLED or ARCHIVED.
    default boolean takesContacts() {
        return this instanceof Cancellable;
    }

    sealed interface Startable extends Campaign {
        default Starting start() {
            return start(true);
        }

        /// Where the workspace has turned the calling rules off, nothing but a window says when to call.
        Starting start(boolean rulesOn);
    }

    sealed interface Pausable extends Campaign {
        default Paused pause() {
            return new Paused(details());
        }
    }

    sealed interface Resumable extends Campaign {
        Campaign resume(Instant now);
    }

    sealed interface Cancellable extends Campaign {
        default Cancelled cancel() {
            return new Cancelled(details());
        }
    }

    /// Its settings may be changed: no call starts meanwhile.
    sealed interface Editable extends Campaign {
        Campaign with(Settings settings);
    }

    sealed interface Archivable extends Campaign {
        default Archived archive() {
            return new Archived(details());
        }
    }

    /// Either the started campaign or the settings that it lacks.
    sealed interface Starting {
        record Started(Scheduled campaign) implements Starting {}

        record Lacking(List<String> fields) implements Starting {}
    }

    /// SCHEDULED or IN_PROGRESS: the dispatcher looks after it.
    sealed interface Active extends Pausable, Cancellable {
        /// Under way as soon as a call may go out at `now`.
        Active beginAt(Instant now, boolean open);

        /// Start all outreaches: whoever waits at `now` is called, in a MANUAL campaign.
        Active release(Instant now);

        /// Nothing more goes out: every contact is final, or the end date has come.
        default Completed complete() {
            return new Completed(details());
        }
    }

    record Draft(Details details) implements Startable, Editable, Cancellable, Archivable {
        @Override
        public Draft with(Settings settings) {
            return new Draft(details.with(settings));
        }

        @Override
        public Starting start(boolean rulesOn) {
            List<String> missing = settings().missing(rulesOn);
            return missing.isEmpty() ? new Starting.Started(new Scheduled(details)) : new Starting.Lacking(missing);
        }

        @Override
        public String status() {
            return "DRAFT";
        }
    }

    /// Started, but its start time or first opening has not come.
    record Scheduled(Details details) implements Active {
        @Override
        public Active beginAt(Instant now, boolean open) {
            return settings().hasBegun(now) && open ? new InProgress(details) : this;
        }

        @Override
        public Scheduled release(Instant now) {
            return new Scheduled(details.released(now));
        }

        @Override
        public String status() {
            return "SCHEDULED";
        }
    }

    record InProgress(Details details) implements Active {
        @Override
        public InProgress beginAt(Instant now, boolean open) {
            return this;
        }

        @Override
        public InProgress release(Instant now) {
            return new InProgress(details.released(now));
        }

        @Override
        public String status() {
            return "IN_PROGRESS";
        }
    }

    record Paused(Details details) implements Resumable, Editable, Cancellable, Archivable {
        @Override
        public Paused with(Settings settings) {
            return new Paused(details.with(settings));
        }

        @Override
        public Active resume(Instant now) {
            return settings().hasBegun(now) ? new InProgress(details) : new Scheduled(details);
        }

        @Override
        public String status() {
            return "PAUSED";
        }
    }

    record Completed(Details details) implements Archivable {
        @Override
        public String status() {
            return "COMPLETED";
        }
    }

    record Cancelled(Details details) implements Archivable {
        @Override
        public String status() {
            return "CANCELLED";
        }
    }

    record Archived(Details details) implements Campaign {
        @Override
        public String status() {
            return "ARCHIVED";
        }
    }
}
