package outdial.functions.dynamo;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns.Turn;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The turn to dispatch a campaign, on the campaign's own item: `turnToken` and `turnEnd` (epoch milliseconds)
/// while somebody has it, `looks` and `sweeps` that count who asked for it, `lively` for the lanes that had
/// contacts. Asking is one write, whether the turn is free or not: whoever has it finds out by the counters
/// that somebody asked meanwhile.
final class Turns {
    private final DynamoDbClient client;
    private final String table;

    Turns(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /// Empty where somebody has the turn, who then knows that he is asked to go round again; or where there is no
    /// campaign.
    Optional<Turn> take(CampaignRef ref, Instant now, Instant until, boolean sweep) {
        String token = UUID.randomUUID().toString();
        Optional<Row> asked = item(ref)
                .setIfAbsent("turnToken", Item.text(token))
                .setIfAbsent("turnEnd", Item.number(until.toEpochMilli()))
                .increase("looks", sweep ? 0 : 1)
                .increase("sweeps", sweep ? 1 : 0)
                .when("attribute_exists(#campaignId)")
                .updated(client);
        if (asked.isEmpty()) return Optional.empty();
        if (asked.get().text("turnToken").equals(token)) return asked.map(row -> turn(row, until, sweep));
        return asked.get().number("turnEnd") > now.toEpochMilli()
                ? Optional.empty()
                : takeOver(ref, asked.get(), token, until);
    }

    /// Whoever had it died: what he was asked for is not known.
    private Optional<Turn> takeOver(CampaignRef ref, Row seen, String token, Instant until) {
        return item(ref)
                .set("turnToken", token)
                .set("turnEnd", until.toEpochMilli())
                .when("#turnToken = ?", Item.text(seen.text("turnToken")))
                .updated(client)
                .map(row -> turn(row, until, true));
    }

    /// Empty when the turn was given back, or was lost by taking too long.
    Optional<Turn> end(Turn turn, Set<String> livelyLanes) {
        Asked asked = Asked.parse(turn.token());
        boolean ended = remembering(turn, asked, livelyLanes)
                .remove("turnToken", "turnEnd")
                .when("#looks = ? AND #sweeps = ?", Item.number(asked.looks()), Item.number(asked.sweeps()))
                .written(client);
        if (ended) return Optional.empty();
        return remembering(turn, asked, livelyLanes)
                .set("turnToken", asked.token())
                .updated(client)
                .map(row -> turn(row, turn.until(), row.number("sweeps") > asked.sweeps()));
    }

    private Change remembering(Turn turn, Asked asked, Set<String> livelyLanes) {
        Change change = item(turn.campaign().ref()).when("#turnToken = ?", Item.text(asked.token()));
        return livelyLanes.isEmpty()
                ? change.remove("lively")
                : change.set(
                        "lively",
                        AttributeValue.fromSs(livelyLanes.stream().sorted().toList()));
    }

    private Change item(CampaignRef ref) {
        return Change.of(table, Keys.campaign(ref));
    }

    private static Turn turn(Row row, Instant until, boolean sweep) {
        Asked asked = new Asked(row.text("turnToken"), row.number("looks"), row.number("sweeps"));
        return new Turn(CampaignItems.read(row), asked.text(), until, row.set("lively"), sweep);
    }

    /// The token of a turn, and how often somebody had asked for one when it was taken.
    private record Asked(String token, long looks, long sweeps) {
        String text() {
            return token + " " + looks + " " + sweeps;
        }

        static Asked parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Asked(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
