package outdial.imports;

import java.util.Map;
import java.util.Optional;

/// A part of a list that is read in one go.
///
/// @param number 1 for the first
/// @param from where its first row begins
/// @param to the offset of the first byte after it
/// @param rows how many it has
/// @param repeats its rows that repeat an earlier row of the list, by number, and the line of that row
public record Chunk(int number, Place from, long to, int rows, Map<Long, Long> repeats) {
    public Chunk {
        repeats = Map.copyOf(repeats);
    }

    /// The line of the row that this one repeats.
    Optional<Long> repeatedBy(long row) {
        return Optional.ofNullable(repeats.get(row));
    }
}
