package outdial.local.lambda;

import java.io.Serial;

/// What Lambda calls a function error: the code threw, or ran out of time. The type and message are those that
/// Lambda reports in `errorType` and `errorMessage`.
public final class FunctionFailed extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String errorType;

    FunctionFailed(String errorType, String errorMessage) {
        super(errorMessage);
        this.errorType = errorType;
    }

    /// The class of what was thrown, or `Sandbox.Timedout`.
    public String errorType() {
        return errorType;
    }
}
