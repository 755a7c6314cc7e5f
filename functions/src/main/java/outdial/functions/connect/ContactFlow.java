package outdial.functions.connect;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.agent.Agent;
import outdial.agent.Conversation;
import outdial.agent.Conversation.Step;
import outdial.agent.Conversation.Turn;
import outdial.call.Attempts;
import outdial.call.Outcome;
import outdial.dialing.Conversations;
import outdial.dialing.OptOuts;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;

/// Leads a call of Amazon Connect: its contact flow asks what to say, and what a key means. It keeps nothing of a call
/// but its name, so an invocation that is repeated gets the same answer. An answer is a flat map of texts, as the flow
/// wants it: `next` (`ask`, `say`, `hangUp`), `text`, `voice`, `result`.
public final class ContactFlow {
    /// Amazon Polly says so many characters at once.
    private static final int LONGEST_TEXT = 1000;

    private static final Map<String, String> HANG_UP = Map.of("next", "hangUp");

    private final Conversations conversations;
    private final OptOuts optOuts;
    private final Attempts attempts;
    private final InstantSource clock;

    public ContactFlow(Conversations conversations, OptOuts optOuts, Attempts attempts, InstantSource clock) {
        this.conversations = conversations;
        this.optOuts = optOuts;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// A call that is not ours, or whose campaign or agent is gone, is hung up.
    ///
    /// @throws RuntimeException the books could not be read or written; the flow hangs up
    public Map<String, String> answer(FlowEvent event) {
        return event.attributes()
                .flatMap(call -> conversations
                        .of(call.campaign(), call.contact())
                        .map(conversation -> answer(event, call, conversation)))
                .orElse(HANG_UP);
    }

    private Map<String, String> answer(FlowEvent event, ContactAttributes call, Conversation conversation) {
        return switch (event.event()) {
            case "answered" -> greet(event, call, conversation);
            case "pressed" -> hear(event, call, conversation);
            default -> HANG_UP;
        };
    }

    /// Whoever is called a second time for one attempt hears nothing of it.
    private Map<String, String> greet(FlowEvent event, ContactAttributes call, Conversation conversation) {
        boolean first = attempts.note(call.contact(), call.attempt(), event.contactId());
        return first ? spoken(conversation.answered(), false, conversation.agent()) : HANG_UP;
    }

    private Map<String, String> hear(FlowEvent event, ContactAttributes call, Conversation conversation) {
        Turn turn = heard(event, conversation);
        if (turn.result().equals(Optional.of(Outcome.DO_NOT_CALL))) stopCalling(event, call);
        return spoken(turn, true, conversation.agent());
    }

    /// A key that means nothing is asked for again, as is no key at all, but once only.
    private static Turn heard(FlowEvent event, Conversation conversation) {
        Turn turn = event.key().map(conversation::pressed).orElseGet(conversation::answered);
        boolean again = turn.steps().getFirst() instanceof Step.Ask;
        return again && event.lastPrompt() ? conversation.silent() : turn;
    }

    private static Map<String, String> spoken(Turn turn, boolean again, Agent agent) {
        return switch (turn.steps().getFirst()) {
            case Step.Ask ask -> saying("ask", again ? ask.retryPrompt() : ask.text(), turn, agent);
            case Step.Say say -> saying("say", say.text(), turn, agent);
            case Step.HangUp() -> HANG_UP;
        };
    }

    private static Map<String, String> saying(String next, String text, Turn turn, Agent agent) {
        Map<String, String> answer = new HashMap<>();
        answer.put("next", next);
        answer.put("text", text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        answer.put("voice", agent.voice().id());
        turn.result().ifPresent(result -> answer.put("result", result.name()));
        return Map.copyOf(answer);
    }

    /// At once, not when the call is over: from now on nobody else dials the number either.
    private void stopCalling(FlowEvent event, ContactAttributes call) {
        optOuts.stop(new DoNotCallEntry(
                call.campaign().workspace(),
                event.calledNumber(),
                Set.of(Channel.PHONE),
                "CALL",
                "asked in call " + call.attempt(),
                clock.instant()));
    }
}
