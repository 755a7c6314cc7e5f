package outdial.functions.chime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// What travels with a call: the attempt it belongs to, when it was answered, what it came to. These are the names
/// both of the arguments a call is placed with and of its transaction attributes.
record CallState(Map<String, String> attributes) {
    static final String ATTEMPT = "attemptId";
    static final String WORKSPACE = "workspaceId";
    static final String CAMPAIGN = "campaignId";
    static final String CONTACT = "contactId";
    private static final String ANSWERED_AT = "answeredAt";
    private static final String RESULT = "result";
    private static final String SURPLUS = "surplus";

    CallState {
        attributes = Map.copyOf(attributes);
    }

    /// Empty for a call that we did not place.
    static Optional<CallState> of(Map<String, String> attributes) {
        boolean ours = Stream.of(ATTEMPT, WORKSPACE, CAMPAIGN, CONTACT).allMatch(attributes::containsKey);
        return ours ? Optional.of(new CallState(attributes)) : Optional.empty();
    }

    AttemptId attempt() {
        return new AttemptId(text(ATTEMPT));
    }

    CampaignRef campaign() {
        return new CampaignRef(new WorkspaceId(text(WORKSPACE)), new CampaignId(text(CAMPAIGN)));
    }

    ContactId contact() {
        return new ContactId(text(CONTACT));
    }

    Optional<Instant> answered() {
        return Optional.ofNullable(attributes.get(ANSWERED_AT)).map(Instant::parse);
    }

    Optional<Outcome> result() {
        return Optional.ofNullable(attributes.get(RESULT)).map(Outcome::valueOf);
    }

    boolean isOver(Instant now, Duration longestCall) {
        return answered().filter(from -> from.plus(longestCall).isBefore(now)).isPresent();
    }

    /// The attempt has another call: nothing is said in this one, and nothing reported of it.
    boolean isSurplus() {
        return attributes.containsKey(SURPLUS);
    }

    CallState surplus() {
        return with(SURPLUS, "true");
    }

    CallState answeredAt(Instant at) {
        return with(ANSWERED_AT, at.toString());
    }

    CallState result(Outcome outcome) {
        return with(RESULT, outcome.name());
    }

    private CallState with(String name, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return new CallState(more);
    }

    private String text(String name) {
        return attributes.getOrDefault(name, "");
    }
}
