package outdial.local;

/// Makes what must be there before anybody can use the API: a workspace and a key to it.
@FunctionalInterface
public interface Bootstrap {
    Access open(LocalCloud cloud);

    /// What opens the API.
    ///
    /// @param apiKey of an administrator, shown this once
    record Access(String workspaceId, String apiKey) {}
}
