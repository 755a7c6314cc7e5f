package outdial.functions.sqs;

import java.util.List;
import java.util.stream.IntStream;
import outdial.dialing.DialOrder;
import outdial.dialing.DialQueue;
import outdial.functions.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// `DialQueue` on SQS. An order that SQS does not take is left out: its claim heals when the lease ends.
public final class SqsDialQueue implements DialQueue {
    private static final int MOST_IN_BATCH = 10;

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsDialQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(List<DialOrder> orders) {
        for (int from = 0; from < orders.size(); from += MOST_IN_BATCH) {
            List<DialOrder> batch = orders.subList(from, Math.min(orders.size(), from + MOST_IN_BATCH));
            sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries(batch)));
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<DialOrder> orders) {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> entry(Integer.toString(i), orders.get(i)))
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(String id, DialOrder order) {
        DialMessage message = new DialMessage(
                order.enrollment().campaign().value(),
                order.enrollment().contact().value(),
                order.token().value(),
                order.probe());
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(Json.write(message))
                .delaySeconds(Math.toIntExact(order.delay().toSeconds()))
                .build();
    }
}
