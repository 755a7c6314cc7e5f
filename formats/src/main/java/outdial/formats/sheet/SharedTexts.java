package outdial.formats.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The texts that cells refer to by number, as UTF-8 in one array: a million rows refer to millions of them.
final class SharedTexts {
    /// In bytes.
    private static final int MOST = 256 * 1024 * 1024;

    /// A million rows of 16 columns, and no text twice.
    private static final int MOST_TEXTS = 16 * 1024 * 1024;

    private static final int FIRST_CAPACITY = 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int count;

    private SharedTexts() {}

    /// @param part empty where the workbook shares no texts
    static SharedTexts read(InputStream part) throws IOException {
        SharedTexts texts = new SharedTexts();
        byte[] first = part.readNBytes(1);
        if (first.length == 0) return texts;
        try (Xml xml = new Xml(new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(first), part))) {
            while (xml.next()) if (xml.starts("si")) texts.add(RichText.read(xml, "si"));
        }
        return texts;
    }

    String get(int number) throws IOException {
        if (number < 0 || number >= count) throw new IOException("no shared text " + number);
        int from = number == 0 ? 0 : ends[number - 1];
        return new String(bytes, from, ends[number] - from, UTF_8);
    }

    private void add(String text) throws IOException {
        byte[] added = text.getBytes(UTF_8);
        int from = count == 0 ? 0 : ends[count - 1];
        if (count == MOST_TEXTS) throw new IOException("more shared texts than " + MOST_TEXTS);
        if (added.length > MOST - from) throw new IOException("more shared texts than " + MOST + " bytes");
        if (from + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(bytes.length * 2, from + added.length)));
        }
        if (count == ends.length) ends = Arrays.copyOf(ends, count * 2);
        System.arraycopy(added, 0, bytes, from, added.length);
        ends[count++] = from + added.length;
    }
}
