package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import outdial.local.template.Account;

/// Makes Lambda's SQS event of what ReceiveMessage answers: the same facts under other names.
/// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
final class SqsEvents {
    private SqsEvents() {}

    static JsonNode of(List<JsonNode> messages, String queueArn) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (JsonNode message : messages) {
            ObjectNode entry = records.addObject();
            entry.set("messageId", message.path("MessageId"));
            entry.set("receiptHandle", message.path("ReceiptHandle"));
            entry.set("body", message.path("Body"));
            entry.set("attributes", message.path("Attributes"));
            entry.set("messageAttributes", attributes(message.path("MessageAttributes")));
            entry.set("md5OfBody", message.path("MD5OfBody"));
            entry.put("eventSource", "aws:sqs");
            entry.put("eventSourceARN", queueArn);
            entry.put("awsRegion", Account.LOCAL_REGION);
        }
        return event;
    }

    private static JsonNode attributes(JsonNode received) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        received.properties().forEach(attribute -> {
            ObjectNode value = attributes.putObject(attribute.getKey());
            value.set("dataType", attribute.getValue().path("DataType"));
            if (attribute.getValue().has("StringValue")) {
                value.set("stringValue", attribute.getValue().path("StringValue"));
            }
            if (attribute.getValue().has("BinaryValue")) {
                value.set("binaryValue", attribute.getValue().path("BinaryValue"));
            }
            value.putArray("stringListValues");
            value.putArray("binaryListValues");
        });
        return attributes;
    }
}
