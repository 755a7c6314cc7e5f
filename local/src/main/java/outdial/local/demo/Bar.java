package outdial.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A progress bar in characters that the output can show.
enum Bar {
    ASCII("[", "#", ".", "]"),
    BLOCKS("", "█", "░", "");

    private final String start;
    private final String done;
    private final String open;
    private final String end;

    Bar(String start, String done, String open, String end) {
        this.start = start;
        this.done = done;
        this.open = open;
        this.end = end;
    }

    static Bar of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? BLOCKS : ASCII;
    }

    String drawn(int part, int whole, int width) {
        int full = whole == 0 ? 0 : part * width / whole;
        return start + done.repeat(full) + open.repeat(width - full) + end;
    }
}
