package outdial.simulation;

/// A handler ends here, by a fault that was thrown at it: its process died, or a port failed for good. Its message
/// comes again.
final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;

    Died(String how) {
        super(how, null, false, false);
    }
}
