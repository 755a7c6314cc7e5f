package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Ended;
import outdial.call.Outcome;

/// What DescribeContact says of a contact, under its member `Contact`. Times are seconds since 1970, with a fraction.
record ContactRecord(JsonNode contact) {

    /// The report that its call is over; empty while it is on, and for a contact that is not ours.
    Optional<Ended> ended() {
        return ContactAttributes.read(contact.path("Attributes"))
                .flatMap(call -> time("DisconnectTimestamp").map(end -> ended(call, end)));
    }

    boolean isOver() {
        return time("DisconnectTimestamp").isPresent();
    }

    private Ended ended(ContactAttributes call, Instant end) {
        Optional<Instant> answeredAt = time("ConnectedToSystemTimestamp");
        return new Ended(
                call.attempt(),
                call.campaign(),
                call.contact(),
                contact.path("Id").asText(),
                OptionalInt.empty(),
                answeredAt,
                end,
                Optional.of(outcome(call, answeredAt.isPresent())));
    }

    /// What the agent made of the conversation counts most; a machine that was detected is no conversation; whoever
    /// answered and said nothing was reached.
    private Outcome outcome(ContactAttributes call, boolean answered) {
        return call.result()
                .or(() -> DetectionOutcomes.of(
                        contact.path("AnsweringMachineDetectionStatus").asText()))
                .orElseGet(() -> answered
                        ? Outcome.COMPLETED
                        : DisconnectOutcomes.unanswered(
                                contact.path("DisconnectReason").asText()));
    }

    private Optional<Instant> time(String name) {
        JsonNode time = contact.path(name);
        if (time.isNumber()) return Optional.of(Instant.ofEpochMilli(Math.round(time.asDouble() * 1000)));
        return time.isTextual() ? Optional.of(Instant.parse(time.asText())) : Optional.empty();
    }
}
