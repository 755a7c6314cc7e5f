package outdial.local.template;

import java.util.List;

/// Allows each of some actions on each of some resources; both may hold IAM's wildcards `*` and `?`.
public record Statement(List<String> actions, List<String> resources) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }
}
