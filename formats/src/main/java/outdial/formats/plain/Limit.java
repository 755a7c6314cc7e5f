package outdial.formats.plain;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// How much may come out of an archive, in bytes and for each byte that went in. Whoever reads or writes more
/// gets an [IOException].
final class Limit {
    /// So much may come out of the smallest archive.
    private static final long ALWAYS_ALLOWED = 1024 * 1024;

    private final long mostUnpacked;
    private final int highestRatio;
    private long packed;
    private long unpacked;
    private long written;
    private boolean exceeded;

    Limit(long mostUnpacked, int highestRatio) {
        this.mostUnpacked = mostUnpacked;
        this.highestRatio = highestRatio;
    }

    boolean exceeded() {
        return exceeded;
    }

    /// Counts what goes in.
    InputStream packed(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long bytes) {
                packed += bytes;
            }
        };
    }

    /// Counts what goes in where that is known beforehand.
    void packed(long bytes) {
        packed += bytes;
    }

    /// Counts what comes out.
    InputStream unpacked(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long bytes) throws IOException {
                unpacked += bytes;
                if (unpacked > Math.max(ALWAYS_ALLOWED, packed * highestRatio)) exceed();
                if (unpacked > mostUnpacked) exceed();
            }
        };
    }

    /// Counts what is made of it: a workbook says a text once and shows it in any number of cells.
    OutputStream out(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                written += count;
                if (written > mostUnpacked) exceed();
                out.write(bytes, from, count);
            }
        };
    }

    private void exceed() throws IOException {
        exceeded = true;
        throw new IOException("unpacks to more than is allowed");
    }

    private abstract static class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        abstract void count(long bytes) throws IOException;

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = in.read(buffer, from, most);
            if (read > 0) count(read);
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            return readNBytes((int) Math.min(most, ALWAYS_ALLOWED)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
