package outdial.donotcall;

/// A number about to be put on the list by an import. `row` names the import and row it came from, so that the row
/// finds itself again.
public record Listing(DoNotCallEntry entry, String row) {}
