package outdial.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.List;
import java.util.Optional;
import outdial.functions.dynamo.CommittedChange;
import outdial.functions.events.EventBus;
import outdial.functions.events.EventJson;

/// Tells the event bus what is written. It reads the tables' streams, which hold each change for a day, and a batch
/// that was not told altogether is told again: no change is lost, some are told twice, under the same id.
final class Announcer {
    private final EventBus bus;

    Announcer(EventBus bus) {
        this.bus = bus;
    }

    void announce(List<DynamodbStreamRecord> changes) {
        bus.put(changes.stream().map(Announcer::event).flatMap(Optional::stream).toList());
    }

    /// Its id is that of the change, which DynamoDB gives it once.
    private static Optional<EventJson> event(DynamodbStreamRecord change) {
        return CommittedChange.event(change)
                .map(event -> EventJson.of(
                        "evt_" + change.getEventID(),
                        event,
                        change.getDynamodb().getApproximateCreationDateTime().toInstant()));
    }
}
