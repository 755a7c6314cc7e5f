package outdial.workspace;

/// Names a voice agent of a workspace.
public record AgentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
