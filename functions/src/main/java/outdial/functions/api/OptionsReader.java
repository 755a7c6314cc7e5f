package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.imports.Columns;
import outdial.imports.Marks;
import outdial.imports.Meaning;
import outdial.imports.Mode;
import outdial.imports.Options;

/// What a request wishes for the rows that it brings.
final class OptionsReader {
    static final String MODE = "mode";
    static final String FLAGS = "flags";
    static final String SEGMENT = "segment";
    static final String SOURCE = "source";
    static final String COLUMNS = "columns";
    static final String OTHERS = "otherColumns";
    static final String PREVIEW = "preview";

    private static final int MOST_FLAGS = 50;
    private static final int LONGEST_MARK = 100;
    private static final int LONGEST_MEANING = 120;

    private OptionsReader() {}

    static Options read(Fields body) {
        return new Options(
                body.choice(MODE, Mode.class, Mode.SKIP), columns(body), marks(body), body.flag(PREVIEW, false));
    }

    /// Empty where the body says nothing of columns.
    static Optional<Columns> columns(Fields body) {
        if (!body.has(COLUMNS) && !body.has(OTHERS)) return Optional.empty();
        Map<String, Meaning> meanings = body.map(COLUMNS, Columns.MOST, OptionsReader::meaning);
        Columns.Others others = body.choice(OTHERS, Columns.Others.class, Columns.Others.KEEP);
        return Optional.of(body.checked(COLUMNS, () -> new Columns(meanings, others)));
    }

    private static Marks marks(Fields body) {
        Set<String> flags =
                Set.copyOf(body.list(FLAGS, MOST_FLAGS, (field, flag) -> Fields.textOf(field, flag, LONGEST_MARK)));
        return new Marks(
                flags,
                body.optionalText(SEGMENT, LONGEST_MARK).orElse(""),
                body.optionalText(SOURCE, LONGEST_MARK).orElse(""));
    }

    private static Meaning meaning(String field, JsonNode node) {
        return Meaning.parse(Fields.textOf(field, node, LONGEST_MEANING))
                .orElseThrow(() -> Refusal.invalid(
                        field, field + " must be one of " + String.join(", ", Meaning.choices()) + "."));
    }
}
