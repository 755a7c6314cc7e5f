package outdial.formats.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingCensusTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final EncodingCensus census = new EncodingCensus();

    @Test
    void a_text_without_letters_outside_ascii_is_utf_8() {
        census.look("name,phone\n".getBytes(US_ASCII));

        assertThat(census.answer()).contains(UTF_8);
        assertThat(census.decided()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zo\u00EB", "\u4E2D\u6587", "\uD83D\uDE00", "\u07FF\u0800\uFFFD\uD800\uDC00\uDBFF\uDFFF"})
    void letters_of_two_to_four_bytes_are_utf_8(String letters) {
        census.look(letters.getBytes(UTF_8));

        assertThat(census.answer()).contains(UTF_8);
    }

    /// RFC 3629, section 4.
    @ParameterizedTest
    @CsvSource({
        "E0 A0 80   , UTF-8        , the first of three bytes",
        "E0 9F BF   , windows-1252 , a longer form of two bytes",
        "ED 9F BF   , UTF-8        , the last before the surrogates",
        "ED A0 80   , windows-1252 , a surrogate",
        "F0 90 80 80, UTF-8        , the first of four bytes",
        "F0 8F BF BF, unknown      , a longer form of three bytes",
        "F4 8F BF BF, UTF-8        , the last letter there is",
        "F4 90 80 80, unknown      , a letter beyond the last",
        "C3         , windows-1252 , a letter that does not end",
        "C3 28      , windows-1252 , a letter that ASCII cuts off",
        "C1 BF      , windows-1252 , a longer form of ASCII",
        "F5 80      , windows-1252 , no letter begins so",
        "A0         , windows-1252 , no letter begins so either",
        "80 9D      , unknown      , a byte that Windows-1252 leaves undefined"
    })
    void forms_that_utf_8_forbids_are_none(String bytes, String encoding, String rule) {
        census.look(HexFormat.ofDelimiter(" ").parseHex(bytes.strip()));

        assertThat(census.answer().map(Charset::name).orElse("unknown"))
                .as(rule)
                .isEqualTo(encoding);
    }

    @Test
    void most_letters_decide() {
        census.look("\u00EB\u00EB".getBytes(UTF_8));
        census.look("\u00EB".getBytes(WINDOWS_1252));
        census.look("\n".getBytes(US_ASCII));
        assertThat(census.answer()).contains(UTF_8);

        census.look("\u00EB,\u00EB,".getBytes(WINDOWS_1252));
        assertThat(census.answer()).contains(WINDOWS_1252);
    }

    @Test
    void a_letter_may_lie_in_two_pieces() {
        byte[] letter = "\u00EB".getBytes(UTF_8);

        census.look(new byte[] {'Z', 'o', letter[0]});
        census.look(new byte[] {letter[1]});

        assertThat(census.answer()).contains(UTF_8);
    }

    @Test
    void a_byte_order_mark_decides_whatever_follows() {
        census.look(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xEB, ',', (byte) 0xEB});

        assertThat(census.decided()).isTrue();
        assertThat(census.answer()).contains(UTF_8);
    }

    @Test
    void a_byte_order_mark_in_the_middle_is_a_letter_like_others() {
        census.look("a".getBytes(US_ASCII));
        census.look(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xEB, ',', (byte) 0xEB, ','});

        assertThat(census.decided()).isFalse();
        assertThat(census.answer()).contains(WINDOWS_1252);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EF BB", "EF BB BE", "EF BC BF", "EE BB BF"})
    void less_than_a_byte_order_mark_decides_nothing(String bytes) {
        census.look(HexFormat.ofDelimiter(" ").parseHex(bytes));

        assertThat(census.decided()).isFalse();
    }

    @Test
    void ten_thousand_letters_are_enough() {
        census.look("\u00EB".repeat(9_999).getBytes(UTF_8));
        assertThat(census.decided()).isFalse();

        census.look("\u00EB".getBytes(UTF_8));
        assertThat(census.decided()).isTrue();
    }

    @Test
    void an_undefined_byte_within_utf_8_is_none() {
        census.look("\u00DD\u00CD".getBytes(UTF_8));

        assertThat(census.answer()).isEqualTo(Optional.of(UTF_8));
    }
}
