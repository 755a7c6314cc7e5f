package outdial.formats.plain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import outdial.formats.plain.Rewriting.Done;
import outdial.formats.plain.Rewriting.Reason;
import outdial.formats.plain.Rewriting.Refused;
import outdial.formats.text.Utf16;

/// Makes plain text, in which the bytes of ASCII mean ASCII, of the files that lists come in: gzip, zip
/// archives with one list, `.xlsx` workbooks, UTF-16. What a file is, is seen by its bytes. Nothing in an
/// archive is taken for a path.
///
/// The same file gives the same text. Memory is bounded, but for the texts that a workbook shares among its
/// cells, of which there may be a quarter of a gigabyte. Zip archives and workbooks lie in a temporary file
/// meanwhile.
public final class PlainText {
    /// In bytes; what fits into the temporary files of a Lambda function. Other files may be of any size.
    public static final long LARGEST_PACKED = 256L * 1024 * 1024;

    /// In bytes; more rows than one planner gets through, by what docs/performance.md has measured.
    public static final long LARGEST_UNPACKED = 4L * 1024 * 1024 * 1024;

    /// Lists pack to a fifth or a tenth, and to a hundredth where all rows are alike; bombs to a thousandth.
    public static final int HIGHEST_RATIO = 200;

    private static final int PIECE = 64 * 1024;

    private final Limit limit;
    private final long largestPacked;

    /// Within the limits above.
    public PlainText() {
        this(new Limit(LARGEST_UNPACKED, HIGHEST_RATIO), LARGEST_PACKED);
    }

    PlainText(Limit limit, long largestPacked) {
        this.limit = limit;
        this.largestPacked = largestPacked;
    }

    /// Whether a file can be read as it is, or not at all, and needs no rewriting.
    ///
    /// @param start its first bytes, 4 KB or more if it has them
    public static boolean isPlain(byte[] start) {
        return FileKind.of(start) == FileKind.TEXT;
    }

    /// Writes what is in a file as plain text. To be asked once.
    ///
    /// @throws UncheckedIOException there is no room for a temporary file
    public Rewriting rewrite(InputStream file, OutputStream plain) {
        try {
            return unpack(file, limit.out(plain));
        } catch (IOException damaged) {
            return new Refused(limit.exceeded() ? Reason.UNPACKS_TOO_LARGE : Reason.DAMAGED, "");
        }
    }

    private Rewriting unpack(InputStream file, OutputStream plain) throws IOException {
        byte[] start = file.readNBytes(FileKind.BYTES);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), file);
        return switch (FileKind.of(start)) {
            case TEXT, UTF_16, COMPOUND -> text(all, "", plain);
            case GZIP -> {
                InputStream packed = limit.packed(all);
                yield text(limit.unpacked(new GZIPInputStream(packed)), "", plain);
            }
            case ZIP -> zip(all, plain);
        };
    }

    private Rewriting zip(InputStream file, OutputStream plain) throws IOException {
        Path copy = temporaryFile();
        try {
            if (copy(file, copy) > largestPacked) return new Refused(Reason.TOO_LARGE, "");
            return new ZipArchive(copy, limit).rewrite(plain);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// What is in an archive may only be text.
    ///
    /// @param name of the file in the archive
    static Rewriting text(InputStream text, String name, OutputStream plain) throws IOException {
        byte[] start = text.readNBytes(FileKind.BYTES);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), text);
        switch (FileKind.of(start)) {
            case TEXT -> all.transferTo(plain);
            case UTF_16 -> Utf16.in(start).orElseThrow().toUtf8(all, plain);
            case GZIP, ZIP -> {
                return new Refused(Reason.NESTED, name);
            }
            case COMPOUND -> {
                return new Refused(Reason.OTHER_WORKBOOK, name);
            }
        }
        return new Done();
    }

    private long copy(InputStream file, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] piece = new byte[PIECE];
            long copied = 0;
            for (int read = 0; read >= 0 && copied <= largestPacked; read = file.read(piece)) {
                out.write(piece, 0, read);
                copied += read;
            }
            return copied;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("list", ".zip");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}
