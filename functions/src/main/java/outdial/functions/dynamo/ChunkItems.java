package outdial.functions.dynamo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import outdial.imports.Chunk;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Place;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Chunks as items beside their import: `chunk#00001`. `state` is the last pass in which it was done, OPEN
/// before the first.
///
/// `repeats` holds pairs of numbers, seven bits to a byte: the step from the last repeating row to the next,
/// and the line of the row that it repeats. Twenty thousand pairs stay below 160 KB, and an item takes 400.
final class ChunkItems {
    static final String PREFIX = "chunk#";
    private static final String OPEN = "OPEN";

    private ChunkItems() {}

    static Map<String, AttributeValue> key(ImportId id, int number) {
        return Item.of("owner", id.value())
                .put("item", PREFIX + "%05d".formatted(number))
                .map();
    }

    static Map<String, AttributeValue> item(ImportId id, Chunk chunk) {
        Item item = new Item();
        key(id, chunk.number()).forEach(item::put);
        return item.put("state", OPEN)
                .put("number", chunk.number())
                .put("from", chunk.from().offset())
                .put("firstRow", chunk.from().number())
                .put("firstLine", chunk.from().line())
                .put("to", chunk.to())
                .put("rows", chunk.rows())
                .put("repeats", AttributeValue.fromB(SdkBytes.fromByteArray(encoded(chunk.repeats()))))
                .map();
    }

    static String done(Import.Pass pass) {
        return switch (pass) {
            case PREVIEW -> "PREVIEWED";
            case IMPORT -> "DONE";
            case UNDO -> "UNDONE";
        };
    }

    /// The states of a chunk that is not done in this pass.
    static AttributeValue[] openIn(Import.Pass pass) {
        return Stream.concat(
                        Stream.of(OPEN),
                        Arrays.stream(Import.Pass.values())
                                .filter(earlier -> earlier.compareTo(pass) < 0)
                                .map(ChunkItems::done))
                .map(Item::text)
                .toArray(AttributeValue[]::new);
    }

    /// As many question marks.
    static String places(Import.Pass pass) {
        return String.join(", ", Collections.nCopies(openIn(pass).length, "?"));
    }

    static boolean isOpen(Row row, Import.Pass pass) {
        return List.of(openIn(pass)).contains(Item.text(row.text("state")));
    }

    static Chunk read(Row row) {
        return new Chunk(
                Math.toIntExact(row.number("number")),
                new Place(row.number("from"), row.number("firstRow"), row.number("firstLine")),
                row.number("to"),
                Math.toIntExact(row.number("rows")),
                decoded(row.bytes("repeats")));
    }

    private static byte[] encoded(Map<Long, Long> repeats) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long last = 0;
        for (var repeat : new TreeMap<>(repeats).entrySet()) {
            write(bytes, repeat.getKey() - last);
            write(bytes, repeat.getValue());
            last = repeat.getKey();
        }
        return bytes.toByteArray();
    }

    private static Map<Long, Long> decoded(ByteBuffer bytes) {
        Map<Long, Long> repeats = new HashMap<>();
        long row = 0;
        while (bytes.hasRemaining()) {
            row += read(bytes);
            repeats.put(row, read(bytes));
        }
        return repeats;
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long left = number;
        while (left > 0x7F) {
            bytes.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private static long read(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) return number;
        }
    }
}
