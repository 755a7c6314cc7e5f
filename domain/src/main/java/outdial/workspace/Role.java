package outdial.workspace;

/// What an API key may do; each role includes those after it, except that INGEST may only add contacts.
public enum Role {
    ADMIN,
    OPERATOR,
    VIEWER,
    INGEST;

    /// May change campaigns, contacts and the do-not-call list.
    public boolean operates() {
        return this == ADMIN || this == OPERATOR;
    }

    public boolean reads() {
        return this != INGEST;
    }

    public boolean addsContacts() {
        return this != VIEWER;
    }
}
