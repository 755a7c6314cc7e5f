package outdial.functions.chime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import outdial.agent.Conversation;
import outdial.call.Attempts;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.dialing.Conversations;
import outdial.dialing.OptOuts;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;

/// Leads a call from the carrier's events: what the agent says, what a key means, and the report when the call is
/// over. It keeps nothing of a call but what travels with it, so an event that is delivered twice gets the same
/// answer twice.
public final class CallFlow {
    private final Conversations conversations;
    private final OptOuts optOuts;
    private final Attempts attempts;
    private final Consumer<Ended> reports;
    private final Duration longestCall;
    private final InstantSource clock;

    public CallFlow(
            Conversations conversations, OptOuts optOuts, Attempts attempts, Consumer<Ended> reports, CallTerms terms) {
        this.conversations = conversations;
        this.optOuts = optOuts;
        this.attempts = attempts;
        this.reports = reports;
        this.longestCall = terms.longestCall();
        this.clock = terms.clock();
    }

    /// How long a call may last, and what time it is.
    public record CallTerms(Duration longestCall, InstantSource clock) {}

    /// The answer to an event. One that is not ours, or that nobody expects, changes nothing.
    ///
    /// @throws RuntimeException the books could not be read or written; the carrier delivers the event again
    public CallReply answer(CallEvent event) {
        if (event.type().equals("NEW_OUTBOUND_CALL")) return begin(event);
        return CallState.of(event.attributes())
                .map(call -> answer(event, call))
                .orElseGet(() -> event.type().equals("NEW_INBOUND_CALL") ? hangUp(event, Map.of()) : CallReply.none());
    }

    /// The Chime SDK has no idempotency token: should one attempt ever become two calls, the first to be heard of is
    /// the
    /// attempt's, and the other is hung up when it is answered, the first moment at which that is possible.
    private CallReply begin(CallEvent event) {
        return CallState.of(event.arguments())
                .map(call ->
                        attempts.note(call.contact(), call.attempt(), event.transactionId()) ? call : call.surplus())
                .map(call -> CallReply.keeping(call.attributes()))
                .orElseGet(() -> CallReply.keeping(event.arguments()));
    }

    private CallReply answer(CallEvent event, CallState call) {
        if (call.isSurplus()) {
            return event.type().equals("CALL_ANSWERED") ? hangUp(event, call.attributes()) : CallReply.none();
        }
        return switch (event.type()) {
            case "CALL_ANSWERED" -> converse(event, call.answeredAt(clock.instant()), Conversation::answered);
            case "ACTION_SUCCESSFUL" -> heard(event, call);
            case "ACTION_FAILED" -> event.isDisconnected() ? CallReply.none() : notHeard(event, call);
            case "CALL_UPDATE_REQUESTED", "INVALID_LAMBDA_RESPONSE" -> hangUp(event, call.attributes());
            case "HANGUP" -> report(event, call);
            default -> CallReply.none();
        };
    }

    private CallReply heard(CallEvent event, CallState call) {
        return event.receivedDigits()
                .map(key -> converse(event, call, conversation -> conversation.pressed(key)))
                .orElseGet(CallReply::none);
    }

    /// Nobody pressed a key, or the carrier could not do what it was asked: then there is nothing left to say.
    private CallReply notHeard(CallEvent event, CallState call) {
        boolean asked = event.actionType().equals("SpeakAndGetDigits");
        return asked ? converse(event, call, Conversation::silent) : hangUp(event, call.attributes());
    }

    private CallReply converse(CallEvent event, CallState call, Function<Conversation, Conversation.Turn> next) {
        Optional<Conversation> conversation = conversations.of(call.campaign(), call.contact());
        if (conversation.isEmpty() || call.isOver(clock.instant(), longestCall))
            return hangUp(event, call.attributes());
        Conversation.Turn turn = next.apply(conversation.get());
        CallState after = turn.result().map(call::result).orElse(call);
        if (turn.result().equals(Optional.of(Outcome.DO_NOT_CALL))) stopCalling(event, call);
        Actions actions = new Actions(event.callId(), conversation.get().agent().voice());
        return CallReply.running(actions.of(turn.steps()), after.attributes());
    }

    /// At once, not when the call is over: from now on nobody else dials the number either.
    private void stopCalling(CallEvent event, CallState call) {
        optOuts.stop(new DoNotCallEntry(
                call.campaign().workspace(),
                event.calledNumber(),
                Set.of(Channel.PHONE),
                "CALL",
                "asked in call " + call.attempt(),
                clock.instant()));
    }

    private CallReply report(CallEvent event, CallState call) {
        reports.accept(new Ended(
                call.attempt(),
                call.campaign(),
                call.contact(),
                event.transactionId(),
                event.sipResponseCode(),
                call.answered(),
                clock.instant(),
                call.result()));
        return CallReply.none();
    }

    private static CallReply hangUp(CallEvent event, Map<String, String> attributes) {
        return CallReply.running(List.of(Actions.hangUp(event.callId())), attributes);
    }
}
