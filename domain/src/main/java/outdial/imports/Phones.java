package outdial.imports;

import java.util.Optional;
import outdial.phone.PhoneNumber;

/// Knows the numbering plans of the world.
public interface Phones {
    /// The number that a text says, in whatever notation.
    ///
    /// @param country ISO 3166 alpha-2, assumed where the text has no country code
    Reading read(String text, String country);

    /// ISO 3166 alpha-2 of the country that a text names, by code or English name; empty where it names none.
    Optional<String> country(String text);

    sealed interface Reading {
        /// @param region ISO 3166 country of the number
        /// @param extension whether the text also said digits to dial after the answer; they are not dialled
        record Valid(PhoneNumber phone, String region, boolean extension) implements Reading {}

        record Invalid(RowProblem problem) implements Reading {}
    }
}
