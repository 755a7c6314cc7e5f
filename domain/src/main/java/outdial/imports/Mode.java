package outdial.imports;

/// What happens to a person who is in the address book already.
public enum Mode {
    /// Enrolled, the fields on file untouched.
    SKIP
}
