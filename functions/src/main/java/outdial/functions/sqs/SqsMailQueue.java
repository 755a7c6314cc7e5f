package outdial.functions.sqs;

import outdial.functions.json.Json;
import outdial.imports.Correspondence.Addressee;
import outdial.imports.MailQueue;
import software.amazon.awssdk.services.sqs.SqsClient;

/// `MailQueue` on SQS.
public final class SqsMailQueue implements MailQueue {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsMailQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(String id, Addressee to, String text) {
        String body = Json.write(new MailMessage(id, to.to().address(), to.subject(), text, to.answered()));
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body));
    }
}
