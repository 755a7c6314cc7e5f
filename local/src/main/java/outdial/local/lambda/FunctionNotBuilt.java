package outdial.local.lambda;

import java.io.Serial;
import outdial.local.template.Function;

/// A function of the template cannot be started: its class is missing, or misses something in its environment.
public final class FunctionNotBuilt extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    FunctionNotBuilt(Function function, String problem) {
        super("function " + function.logicalId() + ": " + problem);
    }

    FunctionNotBuilt(Function function, String problem, Throwable cause) {
        super("function " + function.logicalId() + ": " + problem, cause);
    }
}
