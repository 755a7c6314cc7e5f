package outdial.formats.plain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outdial.formats.plain.Rewriting.Reason;
import outdial.formats.plain.Rewriting.Refused;
import outdial.formats.sheet.Parts;
import outdial.formats.sheet.Workbook;

/// An archive with one list, or a workbook.
final class ZipArchive {
    private static final int MOST_FILES = 10_000;
    private static final int NAMES_SHOWN = 5;
    private static final int LONGEST_NAME = 60;

    private static final Pattern LIST = Pattern.compile(".*\\.(csv|tsv|txt)");
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(zip|gz|tgz|xlsx|xlsm|xls|xlsb|ods|7z|rar|tar|bz2|xz)");

    /// What Mac and Windows put beside the files of people.
    private static final Pattern DEBRIS = Pattern.compile("(?s)__macosx/.*|(.*/)?(\\.[^/]*|thumbs\\.db|desktop\\.ini)");

    private static final Pattern NOT_SHOWN = Pattern.compile("\\p{Cntrl}|\\p{Cf}");

    private final Path file;
    private final Limit limit;

    ZipArchive(Path file, Limit limit) {
        this.file = file;
        this.limit = limit;
    }

    Rewriting rewrite(OutputStream plain) throws IOException {
        // Names in any other encoding than UTF-8 have no mark that says which; as Latin-1 every name can be read.
        try (ZipFile zip = new ZipFile(file.toFile(), ISO_8859_1)) {
            if (zip.size() > MOST_FILES) return new Refused(Reason.UNPACKS_TOO_LARGE, zip.size() + " files");
            return rewrite(zip, plain);
        } catch (ZipException refused) {
            // The JDK has no other sign of it, and opens no archive that has a password.
            if (String.valueOf(refused.getMessage()).contains("encrypted")) return new Refused(Reason.LOCKED, "");
            throw refused;
        }
    }

    private Rewriting rewrite(ZipFile zip, OutputStream plain) throws IOException {
        Parts parts = new ZipParts(zip);
        return switch (Workbook.in(parts)) {
            case XLSX -> sheet(parts, plain);
            case OTHER -> new Refused(Reason.OTHER_WORKBOOK, "");
            case NONE -> list(zip, parts, plain);
        };
    }

    private static Rewriting sheet(Parts parts, OutputStream plain) throws IOException {
        return new Workbook(parts).writeFirstSheet(plain) ? new Rewriting.Done() : new Refused(Reason.NO_SHEET, "");
    }

    private static Rewriting list(ZipFile zip, Parts parts, OutputStream plain) throws IOException {
        List<String> files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> !DEBRIS.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .toList();
        List<String> lists = named(LIST, files);
        List<String> archives = named(ARCHIVE, files);
        if (lists.size() > 1) return new Refused(Reason.SEVERAL_LISTS, shown(lists));
        if (lists.isEmpty() && !archives.isEmpty()) return new Refused(Reason.NESTED, shown(archives));
        if (lists.isEmpty()) return new Refused(Reason.NO_LIST, shown(files));
        try (InputStream list = parts.open(lists.getFirst()).orElseThrow()) {
            return PlainText.text(list, shown(lists), plain);
        }
    }

    private static List<String> named(Pattern pattern, List<String> files) {
        return files.stream()
                .filter(name -> pattern.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .toList();
    }

    /// Without folders, which may be tricks, and without what a terminal would act on.
    private static String shown(List<String> names) {
        String shown = names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .map(name -> NOT_SHOWN.matcher(name).replaceAll(""))
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? shown + " and " + (names.size() - NAMES_SHOWN) + " more" : shown;
    }

    private final class ZipParts implements Parts {
        private final ZipFile zip;

        ZipParts(ZipFile zip) {
            this.zip = zip;
        }

        @Override
        public boolean has(String name) {
            return zip.getEntry(name) != null;
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) return Optional.empty();
            limit.packed(entry.getCompressedSize());
            InputStream bytes = Objects.requireNonNull(zip.getInputStream(entry));
            return Optional.of(limit.unpacked(new Unchanged(bytes, entry.getCrc())));
        }
    }

    /// The JDK does not look at the checksum of what it unpacks; a digit that changed would be another's number.
    private static final class Unchanged extends CheckedInputStream {
        private final long expected;

        Unchanged(InputStream bytes, long expected) {
            super(bytes, new CRC32());
            this.expected = expected;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = super.read(buffer, from, most);
            if (read < 0 && getChecksum().getValue() != expected) throw new IOException("bytes have changed");
            return read;
        }
    }
}
