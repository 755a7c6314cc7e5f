package outdial.functions.sqs;

import outdial.call.Ended;
import outdial.functions.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Reports that calls ended, on the queue of call events.
public final class SqsReports {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsReports(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    public void send(Ended ended) {
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(Json.write(EndedMessage.of(ended))));
    }
}
