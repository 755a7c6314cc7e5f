package outdial.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a column is about.
public sealed interface Meaning {
    String CUSTOM = "custom.";
    String IGNORE = "ignore";
    int LONGEST_NAME = 100;

    /// As the API writes it: a field such as `first_name`, `custom.NAME`, or `ignore`.
    String text();

    /// A field that all contacts have.
    record Known(Field field) implements Meaning {
        @Override
        public String text() {
            return field.text();
        }
    }

    /// A custom field of this name.
    record Custom(String name) implements Meaning {
        @Override
        public String text() {
            return CUSTOM + name;
        }
    }

    /// Not read.
    record Ignored() implements Meaning {
        @Override
        public String text() {
            return IGNORE;
        }
    }

    /// Empty where no meaning is written so.
    static Optional<Meaning> parse(String text) {
        if (text.equals(IGNORE)) return Optional.of(new Ignored());
        if (text.startsWith(CUSTOM)) {
            String name = text.substring(CUSTOM.length());
            return name.isBlank() || name.length() > LONGEST_NAME ? Optional.empty() : Optional.of(new Custom(name));
        }
        return Arrays.stream(Field.values())
                .filter(field -> field.text().equals(text))
                .<Meaning>map(Known::new)
                .findFirst();
    }

    /// All that may be written, for a message.
    static List<String> choices() {
        return Stream.concat(Arrays.stream(Field.values()).map(Field::text), Stream.of(CUSTOM + "NAME", IGNORE))
                .toList();
    }
}
