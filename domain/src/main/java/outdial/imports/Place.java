package outdial.imports;

/// Where a row stands in its list.
///
/// @param offset bytes before it
/// @param number 1 for the first row after the header; empty rows are not rows
/// @param line 1 for the first line of the file
public record Place(long offset, long number, long line) {}
