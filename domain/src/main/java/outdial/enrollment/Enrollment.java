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

    /// Holds no slot and is not final: nobody is calling.
    sealed interface Idle extends Enrollment {
        default Finished finish(Status status) {
            return new Finished(who(), status);
        }
    }

    /// To be called from `dueAt` on, hours and limits permitting. `reason` tells what the contact waited for
    /// when it was last looked at.
    record Waiting(Enrolled who, Instant dueAt, Lane lane, Reason reason) implements Idle {
        /// For its first call, or for one more.
        public Waiting(Enrolled who, Instant dueAt, Lane lane) {
            this(who, dueAt, lane, who.last().isEmpty() ? Reason.FIRST_CALL : Reason.RETRY);
        }

        public Queued claim(Token token, Instant leaseEnd, List<Scope> scopes) {
            return new Queued(who, token, leaseEnd, scopes, lane);
        }

        public Finished finish(Status status, String why) {
            return new Finished(who, status, why);
        }

        public Held hold(String why) {
            return new Held(this, why);
        }

        public Waiting postpone(Instant until, Reason why) {
            return new Waiting(who, until, lane, why);
        }

        @Override
        public Status status() {
            return Status.PENDING;
        }
    }

    /// Not called until somebody takes it back; `waiting` is what it becomes then. `why` may be empty.
    record Held(Waiting waiting, String why) implements Idle {
        @Override
        public Enrolled who() {
            return waiting.who();
        }

        /// A late report tells how the last call really ended: that may make it final, but lets nobody be called.
        public Enrollment amend(Enrollment next) {
            return next instanceof Waiting later ? later.hold(why) : next;
        }

        @Override
        public Status status() {
            return Status.DISABLED;
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

        /// In another calling group: the contact's address says so.
        public Queued moveTo(Lane home) {
            Lane next = lane.isUrgent() ? home.asUrgent() : home;
            return new Queued(who.movedTo(home), token, leaseEnd, scopes, next);
        }

        public Waiting release(Instant dueAt, Reason why) {
            return new Waiting(who, dueAt, lane, why);
        }

        public Finished finish(Status status, String why) {
            return new Finished(who, status, why);
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

        /// More is known by now of the calls before this one.
        public Dialing learn(Enrolled known) {
            return new Dialing(known, attempt, leaseEnd, scopes, lane);
        }

        /// The call was not placed: as if it had not been tried.
        public Enrollment undo(Instant dueAt) {
            return who.settled().isPresent()
                    ? new Finished(who, who.settled().get())
                    : new Waiting(who, dueAt, lane, Reason.CARRIER);
        }

        /// The carrier cannot call the number at all: final, and no attempt, because nothing rang.
        public Finished refuse(Outcome why) {
            return new Finished(who.refused(attempt, why), Status.FAILED).settle();
        }

        @Override
        public Status status() {
            return Status.IN_PROGRESS;
        }
    }

    /// Final. `why` is empty where the last outcome says it all.
    record Finished(Enrolled who, Status status, String why) implements Enrollment {
        public Finished {
            if (!status.isFinal()) throw new IllegalArgumentException(status + " is not final");
        }

        public Finished(Enrolled who, Status status) {
            this(who, status, "");
        }

        /// By whichever call weighs most: the latest, or one of which was told later.
        public Finished settle() {
            return who.settled()
                    .filter(settled -> status.isResult() && !status.outweighs(settled))
                    .map(settled -> new Finished(who, settled))
                    .orElse(this);
        }

        /// A late report tells what an earlier call came to.
        public Finished learn(Enrolled known) {
            return new Finished(known, status, why).settle();
        }

        /// A late report tells how the last call really ended. Final stays final, also where one more call would
        /// be allowed, because the campaign may be over by now; what somebody decided outlives any call.
        public Finished amend(Enrollment next) {
            return status.isResult() && next instanceof Finished result
                    ? result
                    : new Finished(next.who(), status, why);
        }
    }

    /// What a contact waits for.
    enum Reason {
        /// Its turn; it was not called yet.
        FIRST_CALL,
        /// Its turn to be called again.
        RETRY,
        /// A lawful hour, or the campaign's window.
        HOURS,
        /// An end of the quiet that the calling rules demand after so many calls, or after a refusal.
        FREQUENCY,
        /// The end of another call to the same number.
        NUMBER_BUSY,
        /// A carrier that takes the call.
        CARRIER,
        /// The campaign, which is not running.
        CAMPAIGN,
        /// The end of an emergency stop.
        STOP,
        /// To be told in which time zone the contact is, or which rules apply there.
        WHEREABOUTS
    }
}
