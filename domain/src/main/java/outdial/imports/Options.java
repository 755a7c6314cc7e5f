package outdial.imports;

import java.util.Optional;

/// What whoever brings a list wishes for it.
///
/// @param columns what its columns mean; empty where nobody said it
/// @param marks what every person of the list is given
/// @param preview whether nothing is written until somebody has seen what would be, and confirmed it
public record Options(Mode mode, Optional<Columns> columns, Marks marks, boolean preview) {
    /// Of a list that was brought without a word.
    public static final Options USUAL = new Options(Mode.SKIP, Optional.empty(), Marks.NONE, false);

    Options with(Columns known) {
        return new Options(mode, Optional.of(known), marks, preview);
    }
}
