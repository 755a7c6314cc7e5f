package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingTest {
    @ParameterizedTest
    @CsvSource({
        "phone, PHONE",
        "Phone Number, PHONE",
        "PHONE_NUMBER, PHONE",
        "Mobile, PHONE",
        "cell, PHONE",
        "tel., PHONE",
        "Telephone, PHONE",
        "E-Mail, EMAIL",
        "email address, EMAIL",
        "first_name, FIRST_NAME",
        "Last Name, LAST_NAME",
        "surname, LAST_NAME",
        "contact_name, FULL_NAME",
        "Full Name, FULL_NAME",
        "name, FULL_NAME",
        "Brokerage, COMPANY",
        "State/Region, STATE",
        "province, STATE",
        "Country, COUNTRY",
        "Time Zone, TIME_ZONE",
        "Lead Score, SCORE",
        "Segment, SEGMENT",
        "source, SOURCE",
        "Tags, FLAGS"
    })
    void columns_are_known_by_their_usual_names(String column, Field field) {
        assertThat(Field.named(column)).contains(field);
    }

    @Test
    void a_column_nobody_knows_is_a_custom_field() {
        Mapping mapping = Mapping.of(List.of("phone", "Policy No."), Columns.BY_NAME);

        assertThat(mapping.customs()).containsExactly(new Mapping.Custom(1, "Policy No."));
        assertThat(mapping.cell(Field.PHONE, List.of("1", "2"))).isEqualTo("1");
        assertThat(mapping.cell(Field.EMAIL, List.of("1", "2"))).isEmpty();
    }

    @Test
    void a_second_column_of_a_kind_and_columns_without_a_name_are_custom_fields_too() {
        Mapping mapping = Mapping.of(List.of("phone", "mobile", "", "note", "note"), Columns.BY_NAME);

        assertThat(mapping.customs())
                .containsExactly(
                        new Mapping.Custom(1, "mobile"),
                        new Mapping.Custom(2, "column 3"),
                        new Mapping.Custom(3, "note"),
                        new Mapping.Custom(4, "note 2"));
    }

    @Test
    void the_columns_of_a_report_are_left_out() {
        Mapping mapping = Mapping.of(List.of("row", "column", "reason", "message", "phone", "note"), Columns.BY_NAME);

        assertThat(mapping.customs()).containsExactly(new Mapping.Custom(5, "note"));
        assertThat(mapping.column(Field.PHONE)).isEqualTo("phone");
    }

    @Test
    void columns_of_the_same_names_elsewhere_are_the_lists_own() {
        assertThat(Mapping.of(List.of("row", "phone", "column", "reason", "message"), Columns.BY_NAME)
                        .customs())
                .hasSize(4);
        assertThat(Mapping.of(List.of("row", "column", "reason", "message"), Columns.BY_NAME)
                        .customs())
                .hasSize(4);
    }

    @Test
    void a_campaign_needs_phones_and_the_address_book_phones_or_emails() {
        Target campaign = Target.parse("c1");
        Target book = Target.parse("contacts");

        assertThat(Mapping.of(List.of("phone"), Columns.BY_NAME).suits(campaign))
                .isTrue();
        assertThat(Mapping.of(List.of("email"), Columns.BY_NAME).suits(campaign))
                .isFalse();
        assertThat(Mapping.of(List.of("email"), Columns.BY_NAME).suits(book)).isTrue();
        assertThat(Mapping.of(List.of("name"), Columns.BY_NAME).suits(book)).isFalse();
    }
}
