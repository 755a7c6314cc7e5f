package outdial.contact;

/// Names a contact; opaque, and it never changes.
public record ContactId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
