package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.donotcall.Channel;

final class DoNotCallColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "Phone Number                    -> 202-555-0101                    -> 202-555-0101",
                "whatever                        -> 2025550101                      -> 2025550101",
                "name|phone                      -> Ann|2025550101                  -> 2025550101",
                "list|number                     -> x|2025550101                    -> 2025550101",
                "area code|phone                 -> 202|5550101                     -> 2025550101",
                "Area_Code|Phone_Number          -> 202|555-0101                    -> 202555-0101",
                "area code|phone                 -> 202|3125550101                  -> 3125550101",
                "area code|phone                 -> 2025550101|                     -> 2025550101",
                "row|column|reason|message|phone -> 7|phone|TOO_SHORT|short|2025550 -> 2025550",
                "row|column|reason|message|dnc   -> 7|phone|TOO_SHORT|short|2025550 -> 2025550",
                "name|phone                      -> Ann                             -> ''",
                "name|city                       -> Ann|Rome                        -> none"
            })
    void a_column_is_found_by_its_name_or_because_there_is_only_one(String header, String row, String phone) {
        assertThat(DoNotCallColumns.of(cells(header))
                        .map(columns -> columns.phone(cells(row)))
                        .orElse("none"))
                .isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({
        "202|5550101           , area_code|phone",
        "202|555-0101          , area_code|phone",
        "202|5550101|x         , area_code|phone|",
        "2025550101            , phone",
        "(202) 555-0101        , phone",
        "2025550101|''         , phone|",
        "Ann|2025550101        , |phone",
        "1|2025550101|FTC      , |phone|",
        "ann1234567@mail.test  , ''"
    })
    void columns_without_names_are_known_by_their_first_row(String row, String names) {
        assertThat(DoNotCallColumns.named(cells(row))).isEqualTo(cells(names));
    }

    @ParameterizedTest
    @CsvSource({"phone|Reason, 2025550101| asked , asked", "phone|note, 2025550101, ''", "phone, 2025550101, ''"})
    void a_list_may_say_why(String header, String row, String reason) {
        assertThat(DoNotCallColumns.of(cells(header)).map(columns -> columns.reason(cells(row))))
                .isEqualTo(Optional.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "phone|channels, 2025550101|EMAIL;TEXT  , EMAIL TEXT",
        "phone|Channels, 2025550101|EMAIL;PHONE , EMAIL PHONE",
        "phone|channels, 2025550101|sms / e-mail , EMAIL TEXT",
        "phone|channels, 2025550101|''          , PHONE",
        "phone|channels, 2025550101             , PHONE",
        "phone|channels, 2025550101|fax         , PHONE",
        "phone|channels, 2025550101|mail / fax  , EMAIL PHONE",
        "phone         , 2025550101             , PHONE"
    })
    void a_list_may_say_over_which_channels_and_in_doubt_nobody_calls(String header, String row, String channels) {
        assertThat(DoNotCallColumns.of(cells(header)).orElseThrow().channels(cells(row)))
                .extracting(Channel::name)
                .containsExactlyInAnyOrder(channels.split(" "));
    }

    private static List<String> cells(String text) {
        return List.of(text.strip().replace("''", "").split("\\|", -1));
    }
}
