package outdial.imports;

import java.util.Arrays;

/// A map from 64 or 128 bits to a row, of some 17 or 30 bytes an entry: a list has millions of rows, and
/// objects would take five times as much. Open addressing, linear probing; a row is never 0, so 0 says that a
/// place is free.
///
/// It is made of parts that grow one by one, so that growing takes little room beside what there is.
final class RowTable {
    private static final int PARTS = 64;
    private static final int BITS_OF_A_PART = 6;
    private static final int FIRST_CAPACITY = 16;

    private final boolean wide;
    private final Part[] parts = new Part[PARTS];
    private long bytes;

    /// @param wide whether keys have 128 bits; else the high ones count for nothing
    RowTable(boolean wide) {
        this.wide = wide;
        Arrays.setAll(parts, _ -> new Part());
    }

    /// The row, or 0.
    int find(long high, long low) {
        long hash = hash(high, low);
        Part part = part(hash);
        return part.rows[part.place(hash, high, low)];
    }

    void put(long high, long low, int row) {
        if (row < 1) throw new IllegalArgumentException("a row is 1 or more, was " + row);
        long hash = hash(high, low);
        part(hash).put(hash, high, low, row);
    }

    /// How many it takes.
    long bytes() {
        return bytes;
    }

    /// The upper bits are the well mixed ones.
    private static long hash(long high, long low) {
        return (high ^ low) * 0x9E3779B97F4A7C15L;
    }

    private Part part(long hash) {
        return parts[(int) (hash >>> (Long.SIZE - BITS_OF_A_PART))];
    }

    /// Between three fifths and three quarters full.
    private final class Part {
        private long[] highs = {};
        private long[] lows = {};
        private int[] rows = {};
        private int taken;

        Part() {
            resize(FIRST_CAPACITY);
        }

        int place(long hash, long high, long low) {
            // The 32 bits after those of the part, as a fraction of all places.
            long fraction = hash << BITS_OF_A_PART >>> Integer.SIZE;
            int place = (int) ((fraction * rows.length) >>> Integer.SIZE);
            while (rows[place] != 0 && !has(place, high, low)) place = place + 1 == rows.length ? 0 : place + 1;
            return place;
        }

        private boolean has(int place, long high, long low) {
            return lows[place] == low && (!wide || highs[place] == high);
        }

        void put(long hash, long high, long low, int row) {
            int place = place(hash, high, low);
            if (rows[place] == 0) {
                if (taken >= rows.length - rows.length / 4) {
                    grow();
                    place = place(hash, high, low);
                }
                taken++;
            }
            if (wide) highs[place] = high;
            lows[place] = low;
            rows[place] = row;
        }

        private void grow() {
            long[] oldHighs = highs;
            long[] oldLows = lows;
            int[] oldRows = rows;
            resize(oldRows.length + oldRows.length / 4);
            for (int old = 0; old < oldRows.length; old++) {
                if (oldRows[old] == 0) continue;
                long high = wide ? oldHighs[old] : 0;
                int place = place(hash(high, oldLows[old]), high, oldLows[old]);
                if (wide) highs[place] = high;
                lows[place] = oldLows[old];
                rows[place] = oldRows[old];
            }
        }

        private void resize(int places) {
            highs = new long[wide ? places : 0];
            lows = new long[places];
            bytes += (long) (places - rows.length) * ((wide ? 2 : 1) * Long.BYTES + Integer.BYTES);
            rows = new int[places];
        }
    }
}
