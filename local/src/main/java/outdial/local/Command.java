package outdial.local;

import java.util.List;

/// One thing that `./outdial` can do.
interface Command {
    /// What follows the command's name, for the help text.
    String usage();

    /// Does it; the answer is the exit code.
    ///
    /// @throws UsageError the arguments are not understood
    int run(List<String> arguments) throws Exception;

    /// The arguments are not understood; the message says what is wrong with them.
    final class UsageError extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        UsageError(String message) {
            super(message);
        }
    }
}
