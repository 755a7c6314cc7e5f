package outdial.functions.sqs;

import outdial.functions.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Exports that are to be written, or written on.
public final class SqsExports {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsExports(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    public void send(ExportMessage message) {
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(Json.write(message)));
    }
}
