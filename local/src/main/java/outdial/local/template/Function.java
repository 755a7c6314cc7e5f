package outdial.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Lambda function.
///
/// @param handler class and method, `outdial.functions.DialerFunction::handleRequest`
/// @param role ARN of the role it runs under; empty where SAM would make one
public record Function(
        String logicalId,
        String name,
        String handler,
        Map<String, String> environment,
        Optional<String> role,
        Limits limits,
        Runs runs) {
    public Function {
        environment = Map.copyOf(environment);
    }

    public record Limits(int memoryMegabytes, Duration timeout) {}

    /// What runs it, and what happens when an asynchronous run fails.
    ///
    /// @param retries how often an asynchronous run is repeated
    /// @param onFailure ARN of the queue that gets the event after the last one: OnFailure destination
    /// @param deadLetters the same, as DeadLetterQueue
    public record Runs(List<Trigger> triggers, int retries, Optional<String> onFailure, Optional<String> deadLetters) {
        public Runs {
            triggers = List.copyOf(triggers);
        }
    }

    public String arn() {
        return "arn:aws:lambda:" + Account.LOCAL_REGION + ":" + Account.LOCAL_ID + ":function:" + name;
    }

    /// The function's name in its ARN, in the ARN of an alias or version, in `NAME:ALIAS`, or by itself.
    static String nameIn(String arnOrName) {
        int start = arnOrName.indexOf(":function:");
        String rest = start < 0 ? arnOrName : arnOrName.substring(start + ":function:".length());
        return rest.contains(":") ? rest.substring(0, rest.indexOf(':')) : rest;
    }
}
