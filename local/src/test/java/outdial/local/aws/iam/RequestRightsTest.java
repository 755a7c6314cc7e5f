package outdial.local.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests as the SDK writes them, and what IAM asks for.
final class RequestRightsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DYNAMODB = "arn:aws:dynamodb:us-east-1:000000000000:table/";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GetItem            | {"TableName":"Calls","Key":{"id":{"S":"1"}}}                    | GetItem Calls
            UpdateItem         | {"TableName":"Calls","Key":{"id":{"S":"1"}}}                    | UpdateItem Calls
            Query              | {"TableName":"Calls","KeyConditionExpression":"id = :id"}       | Query Calls
            Query              | {"TableName":"Calls","IndexName":"by-campaign"}                 | Query Calls/index/by-campaign
            Scan               | {"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/A"} | Scan A
            BatchGetItem       | {"RequestItems":{"A":{"Keys":[]},"B":{"Keys":[]}}}              | BatchGetItem A, BatchGetItem B
            BatchWriteItem     | {"RequestItems":{"A":[{"PutRequest":{"Item":{}}}]}}             | BatchWriteItem A
            TransactGetItems   | {"TransactItems":[{"Get":{"TableName":"A","Key":{}}}]}          | GetItem A
            ExecuteStatement   | {"Statement":"SELECT id FROM \\"A\\".\\"due\\" WHERE x = ?"}    | PartiQLSelect A/index/due
            ExecuteStatement   | {"Statement":"update A set x = 1 where id = '1'"}               | PartiQLUpdate A
            ExecuteTransaction | {"TransactStatements":[{"Statement":"DELETE FROM A"}]}          | PartiQLDelete A
            """)
    void a_request_to_dynamodb_needs(String operation, String body, String expected) throws JsonProcessingException {
        assertThat(DynamoRights.of(asked(operation, body)))
                .extracting(right -> right.action().replace("dynamodb:", "") + " "
                        + right.resource().replace(DYNAMODB, ""))
                .isEqualTo(List.of(expected.split(", ")));
    }

    @Test
    void a_transaction_needs_what_each_of_its_items_needs() throws JsonProcessingException {
        Asked transaction = asked("TransactWriteItems", """
                {"ClientRequestToken":"t","TransactItems":[
                  {"Put":{"TableName":"Calls","Item":{}}},
                  {"Update":{"TableName":"Slots","Key":{},"UpdateExpression":"ADD used :one"}},
                  {"Update":{"TableName":"Slots","Key":{},"UpdateExpression":"ADD used :one"}},
                  {"Delete":{"TableName":"Pace","Key":{}}},
                  {"ConditionCheck":{"TableName":"DoNotCall","Key":{},"ConditionExpression":"x"}}]}
                """);

        assertThat(DynamoRights.of(transaction))
                .containsExactly(
                        new Right("dynamodb:PutItem", DYNAMODB + "Calls"),
                        new Right("dynamodb:UpdateItem", DYNAMODB + "Slots"),
                        new Right("dynamodb:DeleteItem", DYNAMODB + "Pace"),
                        new Right("dynamodb:ConditionCheckItem", DYNAMODB + "DoNotCall"));
    }

    @Test
    void a_batch_of_statements_needs_what_each_statement_needs() throws JsonProcessingException {
        Asked batch = asked("BatchExecuteStatement", """
                {"Statements":[
                  {"Statement":"INSERT INTO \\"outdial-Contacts\\" VALUE {'bucket': ?, 'item': ?}","Parameters":[]},
                  {"Statement":"INSERT INTO \\"outdial-Contacts\\" VALUE {'bucket': ?, 'item': ?}","Parameters":[]},
                  {"Statement":"SELECT * FROM \\"outdial-Groups\\" WHERE \\"group\\" = ?","Parameters":[]}]}
                """);

        assertThat(DynamoRights.of(batch))
                .containsExactly(
                        new Right("dynamodb:PartiQLInsert", DYNAMODB + "outdial-Contacts"),
                        new Right("dynamodb:PartiQLSelect", DYNAMODB + "outdial-Groups"));
    }

    @Test
    void a_statement_that_is_not_understood_is_a_failure_and_no_right() throws JsonProcessingException {
        Asked strange = asked("ExecuteStatement", "{\"Statement\":\"EXISTS(x)\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamoRights.of(strange))
                .withMessageContaining("EXISTS(x)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SendMessage, sqs:SendMessage",
        "SendMessageBatch, sqs:SendMessage",
        "ReceiveMessage, sqs:ReceiveMessage",
        "DeleteMessageBatch, sqs:DeleteMessage"
    })
    void a_request_to_sqs_needs(String operation, String action) throws JsonProcessingException {
        Asked request =
                asked(operation, "{\"QueueUrl\":\"http://localhost:4566/000000000000/outdial-dial\",\"Entries\":[]}");

        assertThat(SqsRights.of(request))
                .containsExactly(new Right(action, "arn:aws:sqs:us-east-1:000000000000:outdial-dial"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/sip-media-applications/7/calls, chime:CreateSipMediaApplicationCall",
        "/sip-media-applications/7/calls/t1, chime:UpdateSipMediaApplicationCall"
    })
    void a_call_needs_the_right_to_its_sip_media_application(String path, String action) {
        Asked call = new Asked("", path, JSON.createObjectNode());

        assertThat(RestRights.chime(call))
                .containsExactly(new Right(action, "arn:aws:chime:us-east-1:000000000000:sma/7"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"FromEmailAddress":"Outdial <no-reply@mail.example.com>","Content":{"Simple":{}}} | ses:SendEmail
            {"FromEmailAddress":"no-reply@mail.example.com","Content":{"Raw":{"Data":""}}}     | ses:SendRawEmail
            """)
    void a_mail_needs_the_right_to_its_senders_domain(String body, String action) throws JsonProcessingException {
        assertThat(RestRights.ses(new Asked("", "/v2/email/outbound-emails", JSON.readTree(body))))
                .containsExactly(new Right(action, "arn:aws:ses:us-east-1:000000000000:identity/mail.example.com"));
    }

    private static Asked asked(String operation, String body) throws JsonProcessingException {
        return new Asked(operation, "/", JSON.readTree(body));
    }
}
