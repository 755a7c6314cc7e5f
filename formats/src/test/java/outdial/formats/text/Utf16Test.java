package outdial.formats.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf16Test {
    static Stream<Charset> orders() {
        return Stream.of(UTF_16LE, UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void either_order_is_known_by_its_mark(Charset order) throws IOException {
        assertThat(asUtf8("\uFEFF\u4E2D\u6587".getBytes(order))).isEqualTo("\uFEFF\u4E2D\u6587");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void either_order_is_known_by_its_zeros(Charset order) throws IOException {
        assertThat(asUtf8("name\tphone\n\u4E2D\u6587\t1\n".getBytes(order)))
                .isEqualTo("\uFEFFname\tphone\n\u4E2D\u6587\t1\n");
    }

    @Test
    void more_than_one_letter_in_ten_must_be_ascii_where_no_mark_is() {
        assertThat(Utf16.in(("\u4E2D".repeat(9) + "1").getBytes(UTF_16LE))).isEmpty();
        assertThat(Utf16.in(("\u4E2D".repeat(8) + "1").getBytes(UTF_16LE))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61", "FE", "61 00 00 61", "61 62 63 64", "EF BB BF"})
    void what_has_neither_is_none(String bytes) {
        assertThat(Utf16.in(HexFormat.ofDelimiter(" ").parseHex(bytes))).isEmpty();
    }

    @Test
    void other_encodings_have_no_zeros() {
        assertThat(Utf16.in("name,phone\n".getBytes(US_ASCII))).isEmpty();
        assertThat(Utf16.in("Zo\u00EB,\u4E2D\u6587\n".getBytes(UTF_8))).isEmpty();
    }

    /// A piece is 64 KB: letters of two bytes end where it does, those of four in its middle.
    @ParameterizedTest
    @MethodSource("orders")
    void letters_may_lie_in_two_pieces(Charset order) throws IOException {
        String text = "a" + "\uD83D\uDE00".repeat(50_000) + "b";

        assertThat(asUtf8(("\uFEFF" + text).getBytes(order))).isEqualTo("\uFEFF" + text);
    }

    @Test
    void half_a_letter_becomes_a_byte_that_no_text_has_and_the_rest_is_read() throws IOException {
        byte[] broken = "\uFEFFa\nb\nc".getBytes(UTF_16BE);
        broken[6] = (byte) 0xD8;

        assertThat(utf8(broken)).isEqualTo(HexFormat.of().parseHex("efbbbf610aff63"));
    }

    @Test
    void a_byte_left_over_at_the_end_becomes_one_too() throws IOException {
        byte[] whole = "\uFEFFab".getBytes(UTF_16LE);

        assertThat(utf8(Arrays.copyOf(whole, whole.length - 1)))
                .isEqualTo(HexFormat.of().parseHex("efbbbf61ff"));
    }

    @Test
    void a_mark_in_the_middle_stays() throws IOException {
        assertThat(asUtf8("\uFEFFa\uFEFFb".getBytes(UTF_16LE))).isEqualTo("\uFEFFa\uFEFFb");
    }

    private static String asUtf8(byte[] text) throws IOException {
        return new String(utf8(text), UTF_8);
    }

    private static byte[] utf8(byte[] text) throws IOException {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        Utf16.in(text).orElseThrow().toUtf8(new ByteArrayInputStream(text), utf8);
        return utf8.toByteArray();
    }
}
