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
/// while somebody has it, `asked` (LOOK or SWEEP) when somebody else wanted it meanwhile, `lively` for the lanes
/// that had contacts.
final class Turns {
    /// The turn may end between asking for it and leaving a mark; twice in a row is bad luck, more is not plausible.
    private static final int MOST_TRIES = 3;

    private static final String SWEEP = "SWEEP";
    private static final String LOOK = "LOOK";

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
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<Row> before = item(ref)
                    .set("turnToken", token)
                    .set("turnEnd", until.toEpochMilli())
                    .remove("asked")
                    .when("attribute_exists(#campaignId)")
                    .when("attribute_not_exists(#turnEnd) OR #turnEnd <= ?", Item.number(now.toEpochMilli()))
                    .replaced(client);
            if (before.isPresent()) return before.map(row -> turn(row, token, until, sweep));
            if (leaveMark(ref, now, sweep)) return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean leaveMark(CampaignRef ref, Instant now, boolean sweep) {
        AttributeValue mark = Item.text(sweep ? SWEEP : LOOK);
        Change asking = sweep ? item(ref).set("asked", mark) : item(ref).setIfAbsent("asked", mark);
        return asking.when("#turnEnd > ?", Item.number(now.toEpochMilli())).written(client);
    }

    /// Empty when the turn was given back, or was lost by taking too long.
    Optional<Turn> end(Turn turn, Set<String> livelyLanes) {
        boolean ended = remembering(turn, livelyLanes)
                .remove("turnToken", "turnEnd")
                .when("attribute_not_exists(#asked)")
                .written(client);
        if (ended) return Optional.empty();
        return remembering(turn, livelyLanes)
                .remove("asked")
                .replaced(client)
                .map(row -> turn(row, turn.token(), turn.until(), false))
                .map(renewed -> withLanes(renewed, livelyLanes));
    }

    private Change remembering(Turn turn, Set<String> livelyLanes) {
        Change change = item(turn.campaign().ref()).when("#turnToken = ?", Item.text(turn.token()));
        return livelyLanes.isEmpty()
                ? change.remove("lively")
                : change.set(
                        "lively",
                        AttributeValue.fromSs(livelyLanes.stream().sorted().toList()));
    }

    private Change item(CampaignRef ref) {
        return Change.of(table, Keys.campaign(ref));
    }

    private static Turn turn(Row row, String token, Instant until, boolean sweep) {
        boolean asked = row.textOr("asked", LOOK).equals(SWEEP);
        return new Turn(CampaignItems.read(row), token, until, row.set("lively"), sweep || asked);
    }

    private static Turn withLanes(Turn turn, Set<String> livelyLanes) {
        return new Turn(turn.campaign(), turn.token(), turn.until(), livelyLanes, turn.sweep());
    }
}
