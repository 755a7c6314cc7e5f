package outdial.functions.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.imports.Details;
import outdial.imports.ImportId;
import outdial.imports.Options;
import outdial.imports.Source;
import outdial.imports.Target;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

final class SqsChunkQueueTest {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Details LIST = new Details(
            ImportId.of(NOON, "list"),
            new WorkspaceId("clinic"),
            new Target.AddressBook(),
            Source.S3,
            "list.csv",
            "test",
            Options.USUAL,
            NOON);

    private final List<Integer> sent = new ArrayList<>();

    /// As the service's reference shows it: `Failed` is there, and empty.
    @Test
    void an_empty_list_of_failures_is_a_success() {
        queue(List.of()).send(LIST, IntStream.rangeClosed(1, 25).boxed().toList());

        assertThat(sent).containsExactly(10, 10, 5);
    }

    @Test
    void a_chunk_that_sqs_did_not_take_is_an_error() {
        List<BatchResultErrorEntry> one =
                List.of(BatchResultErrorEntry.builder().code("InternalError").build());

        assertThatThrownBy(() -> queue(one).send(LIST, List.of(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SQS did not take 1 chunks of import " + LIST.id() + ": InternalError");
    }

    private SqsChunkQueue queue(List<BatchResultErrorEntry> failures) {
        SqsClient sqs = new SqsClient() {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                sent.add(request.entries().size());
                return SendMessageBatchResponse.builder().failed(failures).build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return new SqsChunkQueue(sqs, "https://sqs.us-east-1.amazonaws.com/123456789012/chunks");
    }
}
