package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.campaign.CampaignRef;
import outdial.dialing.Dispatcher;
import outdial.functions.json.Json;
import outdial.functions.sqs.CampaignMessage;

/// Fills the free slots of the campaigns that messages ask for; several messages for one campaign are one look.
public final class DispatchFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Dispatcher dispatcher;

    public DispatchFunction() {
        this(Environment.system());
    }

    public DispatchFunction(Environment environment) {
        this.dispatcher = new Wiring(environment).dispatcher();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Map<Optional<CampaignRef>, List<SQSMessage>> campaigns =
                event.getRecords().stream().collect(Collectors.groupingBy(DispatchFunction::campaign));
        return new SQSBatchResponse(campaigns.entrySet().stream()
                .filter(campaign ->
                        !SqsBatch.handled(campaign.getValue(), () -> dispatch(campaign.getKey(), campaign.getValue())))
                .flatMap(campaign -> campaign.getValue().stream())
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private void dispatch(Optional<CampaignRef> campaign, List<SQSMessage> messages) {
        dispatcher.dispatch(
                campaign.orElseThrow(() -> new IllegalArgumentException("a message names no campaign")),
                messages.stream().anyMatch(message -> read(message).sweep()));
    }

    /// Empty where the message cannot be read: only that one goes back to the queue, and then to the dead letters.
    private static Optional<CampaignRef> campaign(SQSMessage message) {
        try {
            return Optional.of(read(message).ref());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static CampaignMessage read(SQSMessage message) {
        return Json.read(message.getBody(), CampaignMessage.class);
    }
}
