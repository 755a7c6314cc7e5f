package outdial.imports;

/// What happens to a person who is in the address book already.
public enum Mode {
    /// Enrolled, the fields on file untouched.
    SKIP,
    /// Enrolled, and what the row says is written over what is on file; what it does not say stays.
    UPDATE
}
