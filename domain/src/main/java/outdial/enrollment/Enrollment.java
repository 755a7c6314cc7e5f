package outdial.enrollment;

import java.time.Instant;
import java.util.List;
import outdial.call.AttemptId;
import outdial.call.Outcome;

/// A contact in a campaign, in one of its states. Queued and Dialing hold slots in their scopes, and only they do.
public sealed interface Enrollment {
    Enrolled who();

    /// The state's name in the API.
    Status status();

    default EnrollmentId id() {
        return who().id();
    }

    /// Holds slots until `leaseEnd`; whoever finds the lease over may end it.
    sealed interface Leased extends Enrollment {
        Instant leaseEnd();

        List<Scope> scopes();
    }

    /// To be called from `dueAt` on, hours and limits permitting.
    record Waiting(Enrolled who, Instant dueAt, Lane lane) implements Enrollment {
        public Queued claim(Token token, Instant leaseEnd, List<Scope> scopes) {
            return new Queued(who, token, leaseEnd, scopes, lane);
        }

        public Finished finish(Status reason) {
            return new Finished(who, reason);
        }

        public Waiting postpone(Instant until) {
            return new Waiting(who, until, lane);
        }

        @Override
        public Status status() {
            return Status.PENDING;
        }
    }

    /// Claimed; a message to the dialer is on its way.
    record Queued(Enrolled who, Token token, Instant leaseEnd, List<Scope> scopes, Lane lane) implements Leased {
        public Queued {
            scopes = List.copyOf(scopes);
        }

        public Dialing dial(Instant newLeaseEnd) {
            return new Dialing(who, token.attempt(), newLeaseEnd, scopes, lane);
        }

        public Waiting release(Instant dueAt) {
            return new Waiting(who, dueAt, lane);
        }

        public Finished finish(Status reason) {
            return new Finished(who, reason);
        }

        @Override
        public Status status() {
            return Status.QUEUED;
        }
    }

    /// The carrier is being asked, the phone rings, or they talk.
    record Dialing(Enrolled who, AttemptId attempt, Instant leaseEnd, List<Scope> scopes, Lane lane) implements Leased {
        public Dialing {
            scopes = List.copyOf(scopes);
        }

        /// The call was not placed: as if it had not been tried.
        public Waiting undo(Instant dueAt) {
            return new Waiting(who, dueAt, lane);
        }

        /// The carrier cannot call the number at all: final, and no attempt, because nothing rang.
        public Finished refuse(Outcome why) {
            return new Finished(who.refused(attempt, why), Status.FAILED);
        }

        @Override
        public Status status() {
            return Status.IN_PROGRESS;
        }
    }

    /// Final.
    record Finished(Enrolled who, Status status) implements Enrollment {
        public Finished {
            if (!status.isFinal()) throw new IllegalArgumentException(status + " is not final");
        }
    }
}
