package outdial.functions;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What a function finds around it: the environment variables of template.yaml and the time.
public record Environment(Map<String, String> variables, Clock clock) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /// The variables and the clock of this process, as on Lambda.
    public static Environment system() {
        return new Environment(System.getenv(), Clock.systemUTC());
    }

    /// @throws IllegalStateException the variable is not set, or empty
    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
    }

    /// Empty when the variable is not set, or set to nothing.
    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
