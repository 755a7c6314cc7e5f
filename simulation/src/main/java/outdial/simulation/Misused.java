package outdial.simulation;

/// The command was given something it cannot work with; the message says what.
final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misused(String message) {
        super(message);
    }
}
