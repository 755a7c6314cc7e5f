package outdial.donotcall;

/// A way to reach a person.
public enum Channel {
    PHONE,
    TEXT,
    EMAIL
}
