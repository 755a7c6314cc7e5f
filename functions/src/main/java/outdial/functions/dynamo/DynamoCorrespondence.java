package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.contact.EmailAddress;
import outdial.imports.Correspondence;
import outdial.imports.ImportId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Correspondence` in the table `Idempotency`, which forgets by itself: `letter#<mail>`,
/// `addressee#<import>`.
public final class DynamoCorrespondence implements Correspondence {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Tables tables;
    private final String table;

    public DynamoCorrespondence(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Idempotency");
    }

    @Override
    public Arrival first(String mail, Arrival arrival) {
        Map<String, AttributeValue> key = key("letter", mail);
        boolean first = Change.of(table, key)
                .set("letter", arrival.id())
                .set("arrivedAt", arrival.at().toString())
                .set("expiresAt", expiry(arrival.at()))
                .when("attribute_not_exists(#letter)")
                .written(tables.client());
        if (first) return arrival;
        // Empty where it was forgotten in between, after 90 days.
        return find(key)
                .map(row -> new Arrival(row.text("letter"), row.time("arrivedAt")))
                .orElse(arrival);
    }

    @Override
    public void expect(ImportId id, Addressee addressee, Instant now) {
        Change change = Change.of(table, key("addressee", id.value()))
                .set("to", addressee.to().address())
                .set("subject", addressee.subject())
                .set("answered", addressee.answered().orElse(""))
                .set("expiresAt", expiry(now));
        if (!change.written(tables.client()))
            throw new IllegalStateException("an update without condition was refused");
    }

    @Override
    public Optional<Addressee> addressee(ImportId id) {
        return find(key("addressee", id.value()))
                .map(row -> new Addressee(
                        new EmailAddress(row.text("to")),
                        row.textOr("subject", ""),
                        Optional.of(row.textOr("answered", "")).filter(answered -> !answered.isEmpty())));
    }

    private Optional<Row> find(Map<String, AttributeValue> key) {
        return new Batches(tables).get(table, List.of(key)).stream().findFirst();
    }

    private static long expiry(Instant from) {
        return from.plus(KEPT).getEpochSecond();
    }

    private static Map<String, AttributeValue> key(String kind, String id) {
        return Item.of("key", kind + "#" + id).map();
    }
}
