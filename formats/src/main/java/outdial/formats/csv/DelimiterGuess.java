package outdial.formats.csv;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.regex.Pattern;

/// Finds out what separates the cells of a text: of the usual delimiters that are in the first line, the one that most
/// of the next lines have just as often; of those that are equal, the one that the first line has more of.
final class DelimiterGuess {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int LINES = 20;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private DelimiterGuess() {}

    /// A comma if the first line has none of them: there is only one column then.
    static char of(CharSequence text) {
        List<String> lines = LINE_END.splitAsStream(QUOTED.matcher(text).replaceAll(""))
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        return CANDIDATES.stream()
                .filter(candidate -> count(first, candidate) > 0)
                .max(comparingLong((Character candidate) -> agreeing(lines, candidate))
                        .thenComparingLong(candidate -> count(first, candidate)))
                .orElse(',');
    }

    private static long agreeing(List<String> lines, char delimiter) {
        long expected = count(lines.getFirst(), delimiter);
        return lines.stream().filter(line -> count(line, delimiter) == expected).count();
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(c -> c == delimiter).count();
    }
}
