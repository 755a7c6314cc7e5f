package outdial.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.donotcall.Channel;

/// Where a list of numbers that nobody may call has them: in one column, or as the Federal Trade Commission
/// gives them out, with the area code in a column of its own (`202,5550101`;
/// <https://telemarketing.donotcall.gov/faq/faqbusiness.aspx>).
///
/// @param area the column of the area code
/// @param number the column of the number, without its area code where that has its own column
/// @param reason the column that says why
/// @param channels the column that says over which channels nobody may be contacted, as exports have it
record DoNotCallColumns(OptionalInt area, int number, OptionalInt reason, OptionalInt channels) {
    private static final String AREA = "area_code";
    private static final String NUMBER = "phone";
    private static final Set<String> AREA_NAMES = Set.of("areacode", "area", "npa");
    private static final Set<String> NUMBER_NAMES = Set.of("number", "donotcall", "dnc");
    private static final Set<String> REASON_NAMES = Set.of("reason", "note", "notes", "comment");
    private static final String CHANNELS = "channels";
    private static final Pattern BETWEEN_CHANNELS = Pattern.compile("[,;|/\\s]+");
    private static final Map<String, Channel> OTHER_CHANNELS =
            Map.of("text", Channel.TEXT, "sms", Channel.TEXT, "email", Channel.EMAIL, "mail", Channel.EMAIL);
    private static final Pattern AREA_CODE = Pattern.compile("\\s*\\d{3}\\s*");
    private static final Pattern LOCAL_NUMBER = Pattern.compile("\\s*\\d{3}[ -]?\\d{4}\\s*");
    private static final Pattern PHONE = Pattern.compile("[^\\p{L}@]*(?:\\d[^\\p{L}@]*){7,}");

    /// Empty where no column can be the one with the numbers.
    static Optional<DoNotCallColumns> of(List<String> header) {
        int own = Report.ownColumns(header);
        List<String> names = header.stream().map(Field::squeezed).toList();
        OptionalInt phone = first(names, own, name -> Field.named(name).equals(Optional.of(Field.PHONE)));
        OptionalInt number = phone.isPresent() ? phone : first(names, own, NUMBER_NAMES::contains);
        if (number.isEmpty() && header.size() == own + 1) number = OptionalInt.of(own);
        return number.stream()
                .mapToObj(column -> new DoNotCallColumns(
                        first(names, own, AREA_NAMES::contains),
                        column,
                        first(names, own, REASON_NAMES::contains),
                        first(names, own, CHANNELS::equals)))
                .findFirst();
    }

    /// Names for the columns of a list that has none, by its first row; no column is called phone where none
    /// has one.
    static List<String> named(List<String> firstRow) {
        List<String> names = new ArrayList<>(Collections.nCopies(firstRow.size(), ""));
        boolean pair = firstRow.size() > 1
                && AREA_CODE.matcher(firstRow.getFirst()).matches()
                && LOCAL_NUMBER.matcher(firstRow.get(1)).matches();
        if (pair) names.set(0, AREA);
        IntStream.range(pair ? 1 : 0, firstRow.size())
                .filter(column -> PHONE.matcher(firstRow.get(column)).matches())
                .findFirst()
                .ifPresent(column -> names.set(column, NUMBER));
        return List.copyOf(names);
    }

    /// What a column is about, as the API writes it.
    String meaning(int column) {
        if (column == number) return NUMBER;
        if (area.equals(OptionalInt.of(column))) return AREA;
        if (channels.equals(OptionalInt.of(column))) return CHANNELS;
        return reason.equals(OptionalInt.of(column)) ? "reason" : Meaning.IGNORE;
    }

    /// The number as far as the row has one; some rows have all of it where the others have its area code.
    String phone(List<String> cells) {
        String text = cell(number, cells).strip();
        boolean whole = !text.isEmpty() && !LOCAL_NUMBER.matcher(text).matches();
        return area.isEmpty() || whole ? text : cell(area.getAsInt(), cells).strip() + text;
    }

    String reason(List<String> cells) {
        return cell(reason, cells).strip();
    }

    /// Calls are among them where the row does not say otherwise, or says what nobody understands.
    Set<Channel> channels(List<String> cells) {
        return BETWEEN_CHANNELS
                .splitAsStream(cell(channels, cells).strip())
                .map(word -> OTHER_CHANNELS.getOrDefault(Field.squeezed(word), Channel.PHONE))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String cell(OptionalInt column, List<String> cells) {
        return column.isPresent() ? cell(column.getAsInt(), cells) : "";
    }

    private static String cell(int column, List<String> cells) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static OptionalInt first(List<String> names, int from, java.util.function.Predicate<String> wanted) {
        return IntStream.range(from, names.size())
                .filter(column -> wanted.test(names.get(column)))
                .findFirst();
    }
}
