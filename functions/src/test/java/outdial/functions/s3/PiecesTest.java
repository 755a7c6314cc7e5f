package outdial.functions.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PiecesTest {
    private final List<String> fetched = new ArrayList<>();

    @Test
    void pieces_read_as_one() throws IOException {
        try (Pieces pieces = pieces("ab", "", "cde")) {
            assertThat(new String(pieces.readAllBytes(), UTF_8)).isEqualTo("abcde");
            assertThat(pieces.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_piece_is_fetched_when_it_is_needed() throws IOException {
        try (Pieces pieces = pieces("ab", "cd")) {
            assertThat(pieces.read()).isEqualTo('a');
            assertThat(pieces.read()).isEqualTo('b');
            assertThat(fetched).containsExactly("ab");

            assertThat(pieces.read()).isEqualTo('c');
            assertThat(fetched).containsExactly("ab", "cd");
        }
    }

    @Test
    void bytes_above_127_are_no_end() throws IOException {
        try (Pieces pieces = new Pieces(List.of(new byte[] {(byte) 0xFF}).iterator())) {
            assertThat(pieces.read()).isEqualTo(0xFF);
            assertThat(pieces.read()).isEqualTo(-1);
        }
    }

    private Pieces pieces(String... texts) {
        return new Pieces(Stream.of(texts)
                .map(text -> {
                    fetched.add(text);
                    return text.getBytes(UTF_8);
                })
                .iterator());
    }
}
