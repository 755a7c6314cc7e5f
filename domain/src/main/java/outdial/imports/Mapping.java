package outdial.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each column of a list is about: what somebody said it is, else what its name says. A column whose name
/// says nothing is a custom field of that name, or not read, as was chosen; so is the second column of a kind.
/// The columns that a report puts before a list's own are left out, so that a report can be mended and imported
/// as it is.
final class Mapping {
    private final List<String> names;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final List<Custom> customs = new ArrayList<>();

    private Mapping(List<String> names) {
        this.names = names;
    }

    /// A custom field and its column.
    record Custom(int column, String name) {}

    static Mapping of(List<String> header, Columns said) {
        Mapping mapping = new Mapping(unlike(header));
        Map<Integer, Meaning> told = new HashMap<>();
        for (int column = Report.ownColumns(header); column < header.size(); column++) {
            int place = column;
            said.of(header.get(column)).ifPresent(meaning -> told.put(place, meaning));
        }
        told.forEach(mapping::add);
        for (int column = Report.ownColumns(header); column < header.size(); column++) {
            if (!told.containsKey(column)) mapping.guess(column, header.get(column), said.others());
        }
        mapping.customs.sort(Comparator.comparingInt(Custom::column));
        return mapping;
    }

    /// Whether the columns say whom to reach: by phone in a campaign, by phone or e-mail in the address book.
    boolean suits(Target target) {
        return hasPhone() || (target.campaign().isEmpty() && columns.containsKey(Field.EMAIL));
    }

    boolean hasPhone() {
        return columns.containsKey(Field.PHONE);
    }

    int size() {
        return names.size();
    }

    List<Custom> customs() {
        return Collections.unmodifiableList(customs);
    }

    /// The name of the field's column as the list has it, or of the column that is missing.
    String column(Field field) {
        return Optional.ofNullable(columns.get(field))
                .map(names::get)
                .orElseGet(() -> field.name().toLowerCase(java.util.Locale.ROOT));
    }

    /// The field's cell, empty where the list has no such column or the row is too short.
    String cell(Field field, List<String> cells) {
        int column = columns.getOrDefault(field, Integer.MAX_VALUE);
        return column < cells.size() ? cells.get(column) : "";
    }

    /// What a column is about.
    Meaning meaning(int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .<Meaning>map(entry -> new Meaning.Known(entry.getKey()))
                .findFirst()
                .or(() -> customs.stream()
                        .filter(custom -> custom.column() == column)
                        .<Meaning>map(custom -> new Meaning.Custom(custom.name()))
                        .findFirst())
                .orElseGet(Meaning.Ignored::new);
    }

    private void add(int column, Meaning meaning) {
        switch (meaning) {
            case Meaning.Known(Field field) -> columns.putIfAbsent(field, column);
            case Meaning.Custom(String name) -> customs.add(new Custom(column, name));
            case Meaning.Ignored() -> {}
        }
    }

    private void guess(int column, String name, Columns.Others others) {
        Optional<Field> field = Field.named(name).filter(known -> !columns.containsKey(known));
        if (field.isPresent()) columns.put(field.get(), column);
        else if (others == Columns.Others.KEEP) customs.add(new Custom(column, names.get(column)));
    }

    /// Names for all columns, none empty and no two alike.
    private static List<String> unlike(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).isBlank() ? "column " + (column + 1) : header.get(column);
            String unlike = name;
            for (int n = 2; !taken.add(unlike); n++) unlike = name + " " + n;
            names.add(unlike);
        }
        return List.copyOf(names);
    }
}
