package outdial.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import outdial.formats.plain.PlainText;
import outdial.formats.plain.Rewriting;
import outdial.formats.text.EncodingCensus;

/// A process of its own that makes plain text of a file, and then looks through as much ASCII for its encoding
/// as is ever looked through. Prints a line of JSON.
///
/// Arguments: the file.
public final class RewriteRun {
    /// As S3 hands it over.
    private static final int PIECE = 8 * 1024 * 1024;

    private static final int PIECES_SEARCHED = 32;

    private RewriteRun() {}

    public static void main(String[] arguments) throws IOException {
        Counting plain = new Counting();
        Used start = Used.now();
        try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
            Rewriting answer = new PlainText().rewrite(file, plain);
            if (!(answer instanceof Rewriting.Done)) throw new IOException("not rewritten: " + answer);
        }
        Used rewritten = Used.now().since(start);
        double peakHeapMb = Used.peakHeapMb();
        System.out.println(JsonNodeFactory.instance
                .objectNode()
                .put("plainBytes", plain.bytes)
                .put("seconds", rewritten.nanos() / 1e9)
                .put("cpuSeconds", rewritten.cpuNanos() / 1e9)
                .put("peakHeapMb", peakHeapMb)
                .put("searchCpuSeconds", searched().cpuNanos() / 1e9));
    }

    private static Used searched() {
        byte[] ascii = new byte[PIECE];
        Arrays.fill(ascii, (byte) 'a');
        EncodingCensus census = new EncodingCensus();
        Used start = Used.now();
        for (int piece = 0; piece < PIECES_SEARCHED; piece++) census.look(ascii);
        if (census.decided()) throw new IllegalStateException("ASCII decides nothing");
        return Used.now().since(start);
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] written, int from, int count) {
            bytes += count;
        }
    }
}
