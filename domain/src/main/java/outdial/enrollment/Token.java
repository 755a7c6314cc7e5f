package outdial.enrollment;

import outdial.call.AttemptId;

/// Proof of having claimed a contact: a message that carries another token than the enrollment is out of date. An
/// attempt takes its id from the token it was claimed with, so one claim is at most one attempt.
public record Token(String value) {
    public AttemptId attempt() {
        return new AttemptId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
