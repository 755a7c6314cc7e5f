package outdial.formats.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// What people see in a cell.
final class CellText {
    /// Excel shows no more digits.
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    /// No number of a workbook has more digits than that before or after its point.
    private static final int LONGEST = 400;

    private final SharedTexts texts;
    private final Styles styles;
    private final boolean since1904;

    CellText(SharedTexts texts, Styles styles, boolean since1904) {
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /// @param type as the attribute `t` of a cell has it
    String of(String type, int style, String value) throws IOException {
        return switch (type) {
            case "s" -> texts.get((int) number(value).longValue());
            case "n" -> styles.of(style).show(shortest(number(value)), since1904);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "str" -> RichText.unescape(value);
            // Text as it is, a date as ISO 8601 has it, or an error such as #N/A.
            default -> value;
        };
    }

    private static BigDecimal number(String value) throws IOException {
        if (value.length() > LONGEST) throw new IOException("too long a number");
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (number.scale() > LONGEST || number.precision() - number.scale() > LONGEST) {
                throw new IOException("too long a number");
            }
            return number;
        } catch (NumberFormatException broken) {
            throw new IOException(broken);
        }
    }

    private static BigDecimal shortest(BigDecimal number) {
        return number.round(SHOWN);
    }
}
