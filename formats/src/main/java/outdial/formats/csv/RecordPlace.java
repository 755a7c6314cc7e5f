package outdial.formats.csv;

/// Where a record stands in its file: enough to go on reading from there.
///
/// @param offset bytes before it
/// @param number 1 for the first record after the header; empty rows are not counted
/// @param line 1 for the first line of the file; every line break counts, also those of empty rows and inside quotes
public record RecordPlace(long offset, long number, long line) {}
