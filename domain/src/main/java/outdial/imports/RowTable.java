package outdial.imports;

/// A map from 128 bits to a row, 20 bytes an entry and room for as many again: a list has millions of rows, and objects
/// would take five times as much. Open addressing, linear probing; a row is never 0, so 0 says that a place is free.
final class RowTable {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] highs = new long[FIRST_CAPACITY];
    private long[] lows = new long[FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY];
    private int taken;

    /// The row, or 0.
    int find(long high, long low) {
        return rows[place(high, low)];
    }

    void put(long high, long low, int row) {
        if (row < 1) throw new IllegalArgumentException("a row is 1 or more, was " + row);
        if (taken >= rows.length / 2) grow();
        int place = place(high, low);
        if (rows[place] == 0) taken++;
        highs[place] = high;
        lows[place] = low;
        rows[place] = row;
    }

    private int place(long high, long low) {
        int mask = rows.length - 1;
        int place = Long.hashCode((high ^ low) * 0x9E3779B97F4A7C15L) & mask;
        while (rows[place] != 0 && (highs[place] != high || lows[place] != low)) place = (place + 1) & mask;
        return place;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldRows = rows;
        highs = new long[oldRows.length * 2];
        lows = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        taken = 0;
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) put(oldHighs[i], oldLows[i], oldRows[i]);
        }
    }
}
