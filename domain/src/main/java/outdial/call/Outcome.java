package outdial.call;

/// How an attempt ended.
public enum Outcome {
    COMPLETED(Kind.CONVERSATION),
    INTERESTED(Kind.CONVERSATION),
    NOT_INTERESTED(Kind.CONVERSATION),
    CONFIRMED(Kind.CONVERSATION),
    CALLBACK_REQUESTED(Kind.CONVERSATION),
    WRONG_NUMBER(Kind.CONVERSATION),
    DO_NOT_CALL(Kind.OPT_OUT),
    NO_ANSWER(Kind.UNREACHED),
    BUSY(Kind.UNREACHED),
    VOICEMAIL(Kind.UNREACHED),
    /// Nobody told how the call ended before its lease did.
    UNKNOWN(Kind.FAILURE),
    INVALID_NUMBER(Kind.DEAD_NUMBER),
    REJECTED(Kind.DEAD_NUMBER),
    /// The network failed before the phone rang: it costs the contact no attempt.
    CARRIER_ERROR(Kind.NOT_RUNG);

    private final Kind kind;

    Outcome(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// A conversation agent may end with this outcome.
    public boolean isConversation() {
        return kind == Kind.CONVERSATION || kind == Kind.OPT_OUT;
    }

    /// What an outcome means for the contact.
    public enum Kind {
        /// A person was reached: the contact is done.
        CONVERSATION,
        /// The person said stop: no campaign calls again.
        OPT_OUT,
        /// Nobody was reached: tried again while retries are left, then NO_ANSWER.
        UNREACHED,
        /// The call went wrong after it may have rung: tried again while retries are left, then FAILED.
        FAILURE,
        /// The number cannot be reached: FAILED at once.
        DEAD_NUMBER,
        /// The phone did not ring: tried again, and not counted.
        NOT_RUNG
    }
}
