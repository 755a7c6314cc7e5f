package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.campaign.CampaignRef;
import outdial.dialing.Wakeups;
import outdial.functions.dynamo.CommittedChange;
import outdial.functions.dynamo.DynamoProgress;
import outdial.functions.dynamo.EnrollmentChange;

/// Reads the streams of tables. From that of the enrollments it counts those of each campaign by status, and
/// has a campaign looked at when its last contact became final or was disabled; from the others it tells the
/// event bus what happened. A failure repeats the whole batch; what was counted is not counted again, what was
/// told is told again.
public final class ProgressFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private static final String COUNTED = "Enrollments";

    private final DynamoProgress progress;
    private final Wakeups wakeups;
    private final Announcer announcer;

    public ProgressFunction() {
        this(Environment.system());
    }

    public ProgressFunction(Environment environment) {
        Wiring wiring = new Wiring(environment);
        this.progress = wiring.progress();
        this.wakeups = wiring.wakeups();
        this.announcer = new WebhookWiring(environment).announcer();
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        Map<Boolean, List<DynamodbStreamRecord>> records = event.getRecords().stream()
                .collect(Collectors.partitioningBy(
                        record -> CommittedChange.table(record).equals(COUNTED)));
        announcer.announce(records.getOrDefault(false, List.of()));
        count(records.getOrDefault(true, List.of()));
        return new StreamsEventResponse(List.of());
    }

    private void count(List<DynamodbStreamRecord> records) {
        List<EnrollmentChange> changes = records.stream()
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
                .filter(EnrollmentChange::isDone)
                .map(EnrollmentChange::campaign)
                .distinct()
                .forEach(this::lookWhenDone);
    }

    private void lookWhenDone(CampaignRef campaign) {
        if (progress.of(campaign.id()).unfinished() == 0) wakeups.look(campaign, Duration.ZERO);
    }
}
