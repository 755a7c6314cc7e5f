package outdial.imports;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Contact lists where people drop them.
public interface Lists {
    /// The list that was dropped; empty where it is gone.
    ///
    /// @param version of the object under the key; the latest where empty
    Optional<ListFile> find(String key, String version);

    /// The list as plain text: itself, or, where it is an archive, a workbook or UTF-16, what is written of it
    /// beside it. Asked again, it is the same text.
    Plain plain(Details details, ListFile file);

    /// @param text as `plain` has it
    Head head(ListFile text);

    /// The rows from one place up to an offset, read as they are asked for; to be closed.
    Stream<ListRow> rows(ListFile text, Layout layout, Place from, long to);

    /// Puts a list where its import waits for it, unless one was put there before.
    void put(Details details, ByteBuffer content);

    /// Leaves a note beside the list that says why it was not read.
    void reject(String key, Failure failure);

    /// A list as plain text, or why it cannot be made one.
    sealed interface Plain {
        record Text(ListFile text) implements Plain {}

        record Refused(Failure failure) implements Plain {}
    }

    /// What the beginning of a list says of it.
    sealed interface Head {
        /// @param rows where the rows begin
        /// @param samples the cells of the first rows, a few at most
        record Found(Layout layout, Place rows, List<List<String>> samples) implements Head {
            public Found {
                samples = List.copyOf(samples);
            }
        }

        /// There are no names of columns.
        ///
        /// @param first the row that the list begins with
        /// @param rows where it begins
        record Headless(String charset, char delimiter, List<String> first, Place rows) implements Head {
            public Headless {
                first = List.copyOf(first);
            }

            Layout layout(List<String> header) {
                return new Layout(charset, delimiter, header);
            }
        }

        record Refused(Failure.Reason reason) implements Head {}
    }
}
