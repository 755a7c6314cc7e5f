package outdial.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Shows a [Status] on at most 80 columns: redrawn in place on a terminal, one line each few seconds elsewhere.
sealed interface Display {
    /// How often it is worth drawing.
    Duration pause();

    void draw(Status status);

    /// One that suits where the output goes.
    ///
    /// @param terminal whether somebody looks at a terminal that can move its cursor
    static Display on(PrintStream out, boolean terminal) {
        return terminal ? new Redrawn(out) : new Lines(out);
    }

    /// Three lines that stay where they are. Each drawing is one write, and clears nothing that it does not write anew:
    /// so it does not flicker.
    final class Redrawn implements Display {
        private static final int BAR = 36;
        private static final String CLEAR_REST = "\033[K";

        private final PrintStream out;
        private final Bar bar;
        private int drawn;

        Redrawn(PrintStream out) {
            this.out = out;
            this.bar = Bar.of(out.charset());
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(150);
        }

        @Override
        public void draw(Status status) {
            List<String> lines = lines(status);
            String up = drawn == 0 ? "" : "\033[%dA".formatted(drawn);
            out.print(up
                    + lines.stream()
                            .map(line -> "\r" + line + CLEAR_REST + "\n")
                            .collect(Collectors.joining()));
            out.flush();
            drawn = lines.size();
        }

        private List<String> lines(Status status) {
            Status.Counts counts = status.counts();
            return List.of(
                    "  %s %3d%%  %d of %d people   %s"
                            .formatted(
                                    bar.drawn(counts.done(), counts.total(), BAR),
                                    status.percent(),
                                    counts.done(),
                                    counts.total(),
                                    Words.clock(status.elapsed())),
                    "  on the phone %d of %d   waiting %d   calls %d   retries %d"
                            .formatted(
                                    status.onThePhone().calls(),
                                    status.onThePhone().limit(),
                                    status.waiting(),
                                    status.calls(),
                                    status.retries()),
                    "  completed %d   no answer %d   failed %d   do not call %d"
                            .formatted(counts.completed(), counts.noAnswer(), counts.failed(), counts.doNotCall()));
        }
    }

    /// Plain ASCII for files, pipes and dumb terminals.
    final class Lines implements Display {
        private static final int BAR = 20;

        private final PrintStream out;

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void draw(Status status) {
            out.println("%s  %s %3d%%  %d/%d people  %d/%d on the phone  %d calls"
                    .formatted(
                            Words.clock(status.elapsed()),
                            Bar.ASCII.drawn(
                                    status.counts().done(), status.counts().total(), BAR),
                            status.percent(),
                            status.counts().done(),
                            status.counts().total(),
                            status.onThePhone().calls(),
                            status.onThePhone().limit(),
                            status.calls()));
            out.flush();
        }
    }
}
