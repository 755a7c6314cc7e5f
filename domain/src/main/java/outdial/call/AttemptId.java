package outdial.call;

/// Names one attempt to call somebody; given to the carrier, and carried by every fact about the call.
public record AttemptId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
