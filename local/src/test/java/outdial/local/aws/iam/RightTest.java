package outdial.local.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.local.template.Statement;

final class RightTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/outdial-Calls";

    @ParameterizedTest(name = "{0} on {1} is granted by {2} on {3}: {4}")
    @CsvSource(textBlock = """
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists/imports/a.csv,  true
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:getobject,   arn:aws:s3:::lists/imports/a.csv,  true
            s3:GetObject,        arn:aws:s3:::lists/imports/a/b.csv, s3:GetObject,   arn:aws:s3:::lists/imports/*,      true
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists/*.csv,          true
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists/imports/?.csv,  true
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:Get*,        *,                                 true
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   *,              *,                                 true
            s3:GetObject,        arn:aws:s3:::lists/imports/ab.csv,  s3:GetObject,   arn:aws:s3:::lists/imports/?.csv,  false
            s3:GetObject,        arn:aws:s3:::lists/imports/,        s3:GetObject,   arn:aws:s3:::lists/imports/?*,     false
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists/IMPORTS/*,      false
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists,                false
            s3:GetObject,        arn:aws:s3:::lists/imports/a.csv,   s3:PutObject,   arn:aws:s3:::lists/imports/*,      false
            s3:GetObjectVersion, arn:aws:s3:::lists/imports/a.csv,   s3:GetObject,   arn:aws:s3:::lists/imports/*,      false
            sqs:SendMessage,     arn:aws:sqs:us-east-1:1:dial,       sqs:SendMessage, arn:aws:sqs:*:1:dial,             true
            sqs:SendMessage,     arn:aws:sqs:us-east-1:1:dial,       sqs:SendMessage, arn:aws:sqs:*:dial,               false
            sqs:SendMessage,     arn:aws:sqs:us-east-1:1:dial-dead,  sqs:SendMessage, arn:aws:sqs:us-east-1:1:dial,     false
            """)
    void a_statement_grants_its_actions_on_its_resources(
            String action, String resource, String grantedAction, String grantedResource, boolean granted) {
        Statement statement = new Statement(List.of(grantedAction), List.of(grantedResource));

        assertThat(new Right(action, resource).isGrantedBy(statement)).isEqualTo(granted);
    }

    @Test
    void an_index_is_another_resource_than_its_table() {
        Statement table = new Statement(List.of("dynamodb:Query"), List.of(TABLE));
        Statement indexes = new Statement(List.of("dynamodb:Query"), List.of(TABLE + "/index/*"));

        Right ofTable = new Right("dynamodb:Query", TABLE);
        Right ofIndex = new Right("dynamodb:Query", TABLE + "/index/by-campaign");

        assertThat(ofTable.isGrantedBy(table)).isTrue();
        assertThat(ofTable.isGrantedBy(indexes)).isFalse();
        assertThat(ofIndex.isGrantedBy(table)).isFalse();
        assertThat(ofIndex.isGrantedBy(indexes)).isTrue();
    }

    @Test
    void a_statement_grants_every_action_on_every_resource_of_it() {
        Statement statement =
                new Statement(List.of("dynamodb:GetItem", "dynamodb:PutItem"), List.of(TABLE, TABLE + "-2"));

        assertThat(new Right("dynamodb:PutItem", TABLE).isGrantedBy(statement)).isTrue();
        assertThat(new Right("dynamodb:GetItem", TABLE + "-2").isGrantedBy(statement))
                .isTrue();
        assertThat(new Right("dynamodb:DeleteItem", TABLE).isGrantedBy(statement))
                .isFalse();
    }
}
