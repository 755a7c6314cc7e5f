package outdial.functions.sqs;

import java.time.Duration;
import outdial.campaign.CampaignRef;
import outdial.dialing.Wakeups;
import outdial.functions.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;

/// `Wakeups` on the dispatch queue.
public final class SqsWakeups implements Wakeups {
    /// SQS delays a message by 15 minutes at most; nobody asks for more than the tick would take.
    private static final int LONGEST_DELAY_SECONDS = 900;

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsWakeups(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void slotFreed(CampaignRef campaign) {
        send(campaign, false, 0);
    }

    @Override
    public void look(CampaignRef campaign, Duration delay) {
        long seconds = delay.plusMillis(999).toSeconds();
        send(campaign, true, (int) Math.min(seconds, LONGEST_DELAY_SECONDS));
    }

    private void send(CampaignRef campaign, boolean sweep, int delaySeconds) {
        CampaignMessage message =
                new CampaignMessage(campaign.workspace().value(), campaign.id().value(), sweep);
        sqs.sendMessage(request ->
                request.queueUrl(queueUrl).messageBody(Json.write(message)).delaySeconds(delaySeconds));
    }
}
