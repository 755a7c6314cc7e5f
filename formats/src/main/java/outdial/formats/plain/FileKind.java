package outdial.formats.plain;

import java.util.Arrays;
import outdial.formats.text.Utf16;

/// What a file is by its first bytes; what it is called does not matter.
enum FileKind {
    /// To be read as it is, or not at all.
    TEXT,
    UTF_16,
    GZIP,
    /// Also `.xlsx`.
    ZIP,
    /// A compound file: `.xls`, or a workbook with a password.
    COMPOUND;

    /// How many bytes are looked at.
    static final int BYTES = 4 * 1024;

    private static final byte[] GZIP_MARK = {0x1F, (byte) 0x8B, 8};
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP_MARK = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND_MARK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static FileKind of(byte[] bytes) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, BYTES));
        if (startsWith(start, GZIP_MARK)) return GZIP;
        if (startsWith(start, ZIP_MARK) || startsWith(start, EMPTY_ZIP_MARK)) return ZIP;
        if (startsWith(start, COMPOUND_MARK)) return COMPOUND;
        return Utf16.in(start).isPresent() ? UTF_16 : TEXT;
    }

    private static boolean startsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }
}
