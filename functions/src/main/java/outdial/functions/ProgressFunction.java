package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.campaign.CampaignRef;
import outdial.dialing.Wakeups;
import outdial.functions.dynamo.DynamoProgress;
import outdial.functions.dynamo.EnrollmentChange;

/// Counts the enrollments of each campaign by status from the table's stream, and has a campaign looked at when its
/// last contact became final. A failure repeats the whole batch; what was counted is not counted again.
public final class ProgressFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final DynamoProgress progress;
    private final Wakeups wakeups;

    public ProgressFunction() {
        this(Environment.system());
    }

    public ProgressFunction(Environment environment) {
        Wiring wiring = new Wiring(environment);
        this.progress = wiring.progress();
        this.wakeups = wiring.wakeups();
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        List<EnrollmentChange> changes = event.getRecords().stream()
                .map(record -> EnrollmentChange.of(record.getDynamodb()))
                .filter(EnrollmentChange::changesStatus)
                .toList();
        Map<String, List<EnrollmentChange>> byBucket = changes.stream()
                .collect(Collectors.groupingBy(EnrollmentChange::bucket, LinkedHashMap::new, Collectors.toList()));
        byBucket.forEach((bucket, some) -> progress.count(
                some.getFirst().campaign().id(),
                bucket,
                some.stream().map(EnrollmentChange::status).toList()));
        changes.stream()
                .filter(EnrollmentChange::isFinal)
                .map(EnrollmentChange::campaign)
                .distinct()
                .forEach(this::lookWhenDone);
        return new StreamsEventResponse(List.of());
    }

    private void lookWhenDone(CampaignRef campaign) {
        if (progress.of(campaign.id()).unfinished() == 0) wakeups.look(campaign, Duration.ZERO);
    }
}
