package outdial.campaign;

/// What sets a campaign's outreaches going.
public enum ExecutionMode {
    /// By itself, from its start on.
    SCHEDULED,
    /// The operator, who releases everybody that waits; who comes later waits for the next time.
    MANUAL,
    /// Each contact as it arrives; the campaign stays when all are done.
    ON_ADD
}
