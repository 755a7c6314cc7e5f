package outdial.functions.webhook;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import outdial.functions.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// The queue of webhooks.
public final class DeliveryQueue {
    private static final int MOST_IN_BATCH = 10;

    private final SqsClient sqs;
    private final String queueUrl;

    public DeliveryQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /// @throws IllegalStateException SQS did not take all of them; sending all of them again does no harm
    public void send(List<DeliveryMessage> deliveries) {
        for (int from = 0; from < deliveries.size(); from += MOST_IN_BATCH) {
            sendBatch(deliveries.subList(from, Math.min(deliveries.size(), from + MOST_IN_BATCH)));
        }
    }

    private void sendBatch(List<DeliveryMessage> deliveries) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, deliveries.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(Json.write(deliveries.get(i)))
                        .build())
                .toList();
        SendMessageBatchResponse response =
                sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        if (response.hasFailed() && !response.failed().isEmpty()) {
            throw new IllegalStateException(response.failed().size() + " deliveries were not taken: "
                    + response.failed().getFirst().message());
        }
    }

    /// The message comes back after that time, though it was reported as failed.
    void hide(String receiptHandle, Duration time) {
        sqs.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                .receiptHandle(receiptHandle)
                .visibilityTimeout(Math.toIntExact(time.toSeconds())));
    }
}
