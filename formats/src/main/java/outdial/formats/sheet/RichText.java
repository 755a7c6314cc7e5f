package outdial.formats.sheet;

import java.io.IOException;
import java.util.regex.Pattern;

/// Text with fonts and colours, which are left out, and with how to pronounce it, which is too.
final class RichText {
    /// Characters that XML cannot have are written so, and so is the underscore where it would be misread.
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /// Reads on to the end of the element that began.
    static String read(Xml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int inPronunciation = 0;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh")) inPronunciation++;
            else if (xml.ends("rPh")) inPronunciation--;
            else if (xml.starts("t")) inText = true;
            else if (xml.ends("t")) inText = false;
            else if (inText && inPronunciation == 0) xml.addText(text);
        }
        return unescape(text.toString());
    }

    static String unescape(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPE.matcher(text).replaceAll(found -> {
            String letter = Character.toString(Integer.parseInt(found.group(1), 16));
            return java.util.regex.Matcher.quoteReplacement(letter);
        });
    }
}
