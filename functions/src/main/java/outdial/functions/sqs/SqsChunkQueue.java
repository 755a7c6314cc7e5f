package outdial.functions.sqs;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import outdial.functions.json.Json;
import outdial.imports.ChunkQueue;
import outdial.imports.Details;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// `ChunkQueue` on SQS.
public final class SqsChunkQueue implements ChunkQueue {
    private static final int MOST_IN_BATCH = 10;

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsChunkQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /// @throws IllegalStateException SQS did not take all of them; sending all of them again does no harm
    @Override
    public void send(Details details, List<Integer> chunks) {
        for (int from = 0; from < chunks.size(); from += MOST_IN_BATCH) {
            sendBatch(details, chunks.subList(from, Math.min(chunks.size(), from + MOST_IN_BATCH)));
        }
    }

    private void sendBatch(Details details, List<Integer> chunks) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, chunks.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(Json.write(ChunkMessage.read(details, chunks.get(i))))
                        .build())
                .toList();
        SendMessageBatchResponse response =
                sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        if (!response.failed().isEmpty()) {
            throw new IllegalStateException(
                    "SQS did not take " + response.failed().size() + " chunks of import " + details.id() + ": "
                            + response.failed().getFirst().code());
        }
    }

    @Override
    public void giveUpLater(Details details, Duration delay) {
        sqs.sendMessage(request -> request.queueUrl(queueUrl)
                .messageBody(Json.write(ChunkMessage.giveUp(details)))
                .delaySeconds(Math.toIntExact(delay.toSeconds())));
    }
}
