package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import outdial.dialing.Circuit;
import outdial.dialing.Circuits;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Circuits`: one item `circuit#<carrier>` beside the carrier's pace; none for a carrier that never failed.
public final class DynamoCircuits implements Circuits {
    private final Tables tables;

    public DynamoCircuits(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Circuit of(String carrier) {
        return new Batches(tables)
                .get(tables.name("Pace"), List.of(key(carrier))).stream()
                        .findFirst()
                        .map(DynamoCircuits::read)
                        .orElseGet(Circuit::sound);
    }

    private static Circuit read(Row row) {
        return row.optionalMoment("until")
                .<Circuit>map(
                        until -> new Circuit.Open(row.text("why"), until, Duration.ofMillis(row.number("restMillis"))))
                .orElseGet(() -> new Circuit.Closed(
                        Math.toIntExact(row.numberOr("failures", 0)), Instant.ofEpochMilli(row.numberOr("since", 0))));
    }

    @Override
    public boolean change(String carrier, Circuit from, Circuit to) {
        Change change = Change.of(tables.name("Pace"), key(carrier));
        stillAs(from, change);
        switch (to) {
            case Circuit.Closed closed ->
                change.set("failures", closed.failures())
                        .set("since", closed.since().toEpochMilli())
                        .remove("why", "until", "restMillis");
            case Circuit.Open open ->
                change.set("why", open.why())
                        .set("until", open.until().toEpochMilli())
                        .set("restMillis", open.rest().toMillis())
                        .remove("failures", "since");
        }
        return change.written(tables.client());
    }

    private static void stillAs(Circuit seen, Change change) {
        switch (seen) {
            case Circuit.Closed closed
            when closed.equals(Circuit.sound()) ->
                change.when("attribute_not_exists(#until)")
                        .when("attribute_not_exists(#failures) OR #failures = ?", Item.number(0));
            case Circuit.Closed closed ->
                change.when("#failures = ?", Item.number(closed.failures()))
                        .when("#since = ?", Item.number(closed.since().toEpochMilli()));
            case Circuit.Open open ->
                change.when("#until = ?", Item.number(open.until().toEpochMilli()));
        }
    }

    private static Map<String, AttributeValue> key(String carrier) {
        return Item.of("scope", "circuit#" + carrier).map();
    }
}
