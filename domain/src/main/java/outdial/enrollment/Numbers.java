package outdial.enrollment;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import outdial.call.AttemptId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// What each number has been through. Records are written by `Enrollments.dial`, together with the attempt.
public interface Numbers {
    /// The record of this number, a fresh one where nothing is known. Strongly consistent.
    NumberRecord find(WorkspaceId workspace, PhoneNumber phone);

    /// Those of `phones` that are in a call at `now`, and until when at the latest. Any number of phones.
    Map<PhoneNumber, Instant> busy(WorkspaceId workspace, Collection<PhoneNumber> phones, Instant now);

    /// The call is over: the number is free again, if it is still this attempt that holds it.
    void free(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt);

    /// The call was never placed: the number is free, if it is still this attempt that holds it, and the attempt
    /// made at `at` is forgotten. May be repeated.
    void undo(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, Instant at);
}
