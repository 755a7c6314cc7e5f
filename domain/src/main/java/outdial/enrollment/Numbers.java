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

    /// The records of those of `phones` of which something is known. Strongly consistent, any number of phones.
    Map<PhoneNumber, NumberRecord> find(WorkspaceId workspace, Collection<PhoneNumber> phones);

    /// The call is over: the number is free again, if it is still this attempt that holds it, and what was heard is
    /// noted unless something later was. May be repeated.
    void free(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, NumberRecord.Heard heard);

    /// The call was never placed: the number is free, if it is still this attempt that holds it, and the attempt
    /// made at `at` is forgotten. May be repeated.
    void undo(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, Instant at);
}
