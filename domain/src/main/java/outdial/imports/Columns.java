package outdial.imports;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the columns of lists mean where somebody has said it. A column that is not named here means what its
/// name says.
///
/// @param meanings by the names of columns, whose case and outer spaces do not matter
/// @param others what becomes of columns whose names say nothing
public record Columns(Map<String, Meaning> meanings, Others others) {
    public static final int MOST = 500;

    /// Nobody has said anything.
    public static final Columns BY_NAME = new Columns(Map.of(), Others.KEEP);

    public Columns {
        if (meanings.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " columns, were " + meanings.size());
        }
        Map<String, Meaning> unlike = new LinkedHashMap<>();
        Set<Field> fields = EnumSet.noneOf(Field.class);
        meanings.forEach((name, meaning) -> {
            if (unlike.put(plain(name), meaning) != null) {
                throw new IllegalArgumentException("names the column '" + name.strip() + "' twice");
            }
            if (meaning instanceof Meaning.Known(Field field) && !fields.add(field)) {
                throw new IllegalArgumentException("has two columns for " + field.text() + "; one is enough");
            }
        });
        meanings = Map.copyOf(unlike);
    }

    /// What becomes of a column whose name says nothing.
    public enum Others {
        /// It is a custom field of that name.
        KEEP,
        /// It is not read.
        IGNORE
    }

    /// What somebody said of a column of this name.
    Optional<Meaning> of(String column) {
        return Optional.ofNullable(meanings.get(plain(column)));
    }

    /// Columns that were said to name people, and are not there.
    List<String> missingIn(List<String> header) {
        Set<String> there = header.stream().map(Columns::plain).collect(Collectors.toUnmodifiableSet());
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Meaning.Known(Field field)
                        && (field == Field.PHONE || field == Field.EMAIL))
                .map(Map.Entry::getKey)
                .filter(name -> !there.contains(name))
                .sorted()
                .toList();
    }

    private static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
