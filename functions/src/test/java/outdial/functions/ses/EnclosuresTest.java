package outdial.functions.ses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.formats.mail.Attachment;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;

final class EnclosuresTest {
    @ParameterizedTest
    @CsvSource({
        "people.csv         , application/vnd.ms-excel            , people.csv",
        "People.CSV         , application/octet-stream            , People.CSV",
        "people.tsv         , text/plain                          , people.tsv",
        "people.txt         , text/plain                          , people.txt",
        "people.csv.gz      , application/gzip                    , people.csv.gz",
        "people.zip         , application/octet-stream            , people.zip",
        "people.xlsx        , application/octet-stream            , people.xlsx",
        "people             , text/csv                            , people.csv",
        "people.dat         , text/tab-separated-values           , people.dat.tsv",
        "''                 , text/csv                            , list.csv",
        "''                 , application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, list.xlsx",
        "../../x.csv        , text/csv                            , .._.._x.csv",
        "winmail.dat        , application/octet-stream            , winmail.dat OUTLOOK_ATTACHMENT",
        "''                 , application/ms-tnef                 , list OUTLOOK_ATTACHMENT",
        "Fwd leads.msg      , application/octet-stream            , Fwd leads.msg OUTLOOK_MESSAGE",
        "''                 , application/vnd.ms-outlook          , list OUTLOOK_MESSAGE",
        "people.xls         , application/vnd.ms-excel            , people.xls OLD_SPREADSHEET",
        "people             , application/vnd.ms-excel            , people OLD_SPREADSHEET",
        "people.ods         , application/octet-stream            , people.ods OLD_SPREADSHEET",
        "smime.p7m          , application/pkcs7-mime              , smime.p7m SEALED_MAIL",
        "logo.png           , image/png                           , ''",
        "smime.p7s          , application/pkcs7-signature         , ''",
        "''                 , text/plain                          , ''",
        "offer.pdf          , application/pdf                     , ''"
    })
    void a_file_is_a_list_by_name_or_type_or_is_refused_with_a_reason(String name, String type, String enclosed) {
        assertThat(shown(new Attachment.Whole(name, type, ByteBuffer.allocate(1))))
                .isEqualTo(enclosed);
    }

    @Test
    void a_list_that_is_too_large_is_refused_and_a_picture_is_nobodys_concern() {
        assertThat(shown(new Attachment.TooLarge("people.csv", "text/csv")))
                .isEqualTo("people.csv ATTACHMENT_TOO_LARGE");
        assertThat(shown(new Attachment.TooLarge("logo.png", "image/png"))).isEmpty();
    }

    @Test
    void a_long_name_keeps_its_end() {
        assertThat(shown(new Attachment.Whole("x".repeat(300) + ".csv", "text/csv", ByteBuffer.allocate(1))))
                .hasSize(200)
                .endsWith("x.csv");
        assertThat(shown(new Attachment.Whole("x".repeat(300), "text/csv", ByteBuffer.allocate(1))))
                .hasSize(197)
                .endsWith("x.csv");
    }

    private static String shown(Attachment attachment) {
        return Enclosures.of(List.of(attachment)).stream()
                .map(enclosure -> switch (enclosure) {
                    case Enclosure.ContactList list -> list.file();
                    case Enclosure.Unusable(String file, Reason reason) -> file + " " + reason;
                })
                .collect(Collectors.joining());
    }
}
