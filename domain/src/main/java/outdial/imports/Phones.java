package outdial.imports;

import java.util.SortedSet;
import outdial.phone.PhoneNumber;

/// Knows the numbering plans of the world.
public interface Phones {
    /// The number that a text says, in whatever notation.
    ///
    /// @param country ISO 3166 alpha-2, assumed where the text has no country code
    Reading read(String text, String country);

    /// Every time zone in which the holder of the number may be, by its number alone; none where that is unknown.
    SortedSet<String> zones(PhoneNumber phone);

    sealed interface Reading {
        /// @param region ISO 3166 country of the number
        /// @param extension whether the text also said digits to dial after the answer; they are not dialled
        record Valid(PhoneNumber phone, String region, boolean extension) implements Reading {}

        record Invalid(RowProblem problem) implements Reading {}
    }
}
