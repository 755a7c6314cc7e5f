package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import outdial.local.lambda.FunctionFailed;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Unreachable;

/// One call of Amazon Connect at work: rings, runs the contact flow when somebody answers, tells of its end. The
/// ledger is all that is kept of it.
final class ContactLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Amazon Connect Administrator Guide, "Invoke AWS Lambda functions". In real time, whatever the time scale.
    private static final Duration LONGEST_INVOCATION = Duration.ofSeconds(8);

    /// What Connect stores where no key was pressed (Administrator Guide, "Store customer input").
    private static final String NOTHING_PRESSED = "Timeout";

    private final Equipment equipment;
    private final Flow flow;
    private final Ringing ringing;
    private final Reporter reporter;
    private final Map<String, String> external = new HashMap<>();
    private String storedInput = "";
    private int promptsAnswered;
    private int step;
    private boolean over;

    /// Who is called, and for how long the phone may ring.
    record Ringing(Ticket ticket, Person person, Duration longest) {}

    /// @param json how contacts are written
    /// @param events takes what is told on the event bus
    record Reporter(ContactJson json, Consumer<JsonNode> events) {}

    ContactLine(Equipment equipment, Flow flow, Ringing ringing, Reporter reporter) {
        this.equipment = equipment;
        this.flow = flow;
        this.ringing = ringing;
        this.reporter = reporter;
    }

    synchronized void start() {
        tell("INITIATED");
        after(person().setup(), this::found);
    }

    /// Somebody hangs up: the person, the flow, or StopContact.
    synchronized void end(int sipCode) {
        if (over) return;
        over = true;
        write(new Note.Ended(sipCode));
        switch (equipment.faults().hangups()) {
            case NetworkFaults.Hangups.Delivered _ -> reportEnd();
            case NetworkFaults.Hangups.Lost _ -> write(new Note.Reported());
            case NetworkFaults.Hangups.Delayed(var time) -> equipment.threads().after(time, this::reportEnd);
        }
    }

    /// In the order that nobody would expect, because there is none.
    synchronized void reportEnd() {
        over = true;
        tell("COMPLETED");
        tell("DISCONNECTED");
        write(new Note.Reported());
    }

    private void found() {
        if (person().persona() instanceof Unreachable(int sipCode, boolean rings) && !rings) {
            end(sipCode);
            return;
        }
        write(new Note.Rang());
        if (person().ring().compareTo(ringing.longest()) > 0) {
            after(ringing.longest(), () -> end(CallMachine.UNAVAILABLE));
        } else {
            after(person().ring(), this::pickedUpOrNot);
        }
    }

    private void pickedUpOrNot() {
        switch (person().persona()) {
            case Unreachable(int sipCode, boolean _) -> end(sipCode);
            case Answering _ -> {
                write(new Note.Answered());
                tell("CONNECTED_TO_SYSTEM");
                equipment
                        .threads()
                        .after(equipment.settings().real(person().stay()), () -> end(CallMachine.NORMAL_CLEARING));
                perform(flow.start());
            }
        }
    }

    private void perform(String id) {
        if (over) return;
        step++;
        switch (flow.block(id)) {
            case Block.CheckCall block ->
                go(status().map(block.exits()::matching).orElseGet(block.exits()::failed));
            case Block.Invoke block -> invoke(block);
            case Block.SetVoice block ->
                go(
                        resolved(block.voice()).isEmpty()
                                ? block.exits().failed()
                                : block.exits().next());
            case Block.Collect block -> collect(block);
            case Block.Compare block -> go(block.exits().matching(resolved(block.value())));
            case Block.Keep block -> keep(block);
            case Block.Say block -> say(block);
            case Block.Disconnect _ -> end(CallMachine.NORMAL_CLEARING);
        }
    }

    /// A flow that has nowhere to go is over, and hangs up.
    private void go(Optional<String> next) {
        next.ifPresentOrElse(this::perform, () -> end(CallMachine.NORMAL_CLEARING));
    }

    /// What campaign traffic knows of whoever answered.
    private Optional<String> status() {
        if (!ContactRequest.isDetecting(ringing.ticket().request())) return Optional.empty();
        return ContactJson.detected(page().call())
                .map(status -> status.equals("HUMAN_ANSWERED") ? "CallAnswered" : "VoicemailNoBeep");
    }

    private void say(Block.Say block) {
        String text = resolved(block.text());
        if (text.isBlank()) {
            go(block.exits().failed());
        } else {
            after(Speech.ofText(text), () -> go(block.exits().next()));
        }
    }

    private void keep(Block.Keep block) {
        Map<String, String> kept = new HashMap<>(page().attributes());
        block.attributes().forEach((name, value) -> kept.put(name, resolved(value)));
        write(new Note.Kept(kept));
        go(block.exits().next());
    }

    private void collect(Block.Collect block) {
        String text = resolved(block.text());
        if (text.isBlank()) {
            go(block.exits().failed());
            return;
        }
        var rules = new DigitRules(
                new DigitRules.Prompts(Speech.ofText(text), Duration.ZERO),
                new DigitRules.Expected(Optional.empty(), 1, block.most(), "#"),
                new DigitRules.Patience(block.patience(), block.patience()),
                1);
        DigitCollection outcome = DigitCollection.of(rules, person(), promptsAnswered);
        promptsAnswered = outcome.promptsAnswered();
        after(outcome.length(), () -> {
            if (!outcome.pressed().isEmpty()) write(new Note.Pressed(outcome.pressed()));
            storedInput = outcome.digits().orElse(NOTHING_PRESSED);
            go(block.exits().next());
        });
    }

    private void invoke(Block.Invoke block) {
        Map<String, String> parameters = block.parameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> resolved(each.getValue())));
        byte[] event = reporter.json().invocation(page(), parameters).toString().getBytes(StandardCharsets.UTF_8);
        int asked = step;
        equipment.threads().after(LONGEST_INVOCATION, () -> failed(asked, block, "Task timed out"));
        equipment.threads().run(() -> {
            try {
                answered(asked, block, JSON.readTree(equipment.cloud().invoke(event)));
            } catch (FunctionFailed | IOException broken) {
                failed(asked, block, String.valueOf(broken.getMessage()));
            }
        });
    }

    private synchronized void answered(int asked, Block.Invoke block, JsonNode answer) {
        if (over || asked != step) return;
        boolean flat = answer.isObject()
                && answer.properties().stream().allMatch(each -> each.getValue().isTextual());
        if (!flat) {
            equipment.ledger().object(violation(block, "InvalidResponse", "a flow takes a flat map of texts"));
            go(block.exits().failed());
            return;
        }
        external.clear();
        answer.properties()
                .forEach(each -> external.put(each.getKey(), each.getValue().textValue()));
        go(block.exits().next());
    }

    private synchronized void failed(int asked, Block.Invoke block, String reason) {
        if (over || asked != step) return;
        equipment.ledger().failed(violation(block, "FunctionFailed", reason));
        go(block.exits().failed());
    }

    private Violation violation(Block.Invoke block, String type, String message) {
        return new Violation(id(), step, block.parameters().getOrDefault("event", "ContactFlowEvent"), type, message);
    }

    private String resolved(String text) {
        if (text.equals("$.StoredCustomerInput")) return storedInput;
        if (text.startsWith("$.External.")) return external.getOrDefault(text.substring("$.External.".length()), "");
        if (text.startsWith("$.")) throw new IllegalArgumentException("this phone network does not know " + text);
        return text;
    }

    private void tell(String type) {
        JsonNode detail = reporter.json().event(type, page().call());
        reporter.events().accept(detail);
        if (equipment.faults().deliveries() != NetworkFaults.Deliveries.ONCE)
            reporter.events().accept(detail);
    }

    private void after(Duration callTime, Runnable next) {
        int now = ++step;
        equipment.threads().after(equipment.settings().real(callTime), () -> elapsed(now, next));
    }

    private synchronized void elapsed(int since, Runnable next) {
        if (!over && since == step) next.run();
    }

    private void write(Note note) {
        equipment.ledger().write(new Entry(equipment.now(), id(), note));
    }

    private Page page() {
        return equipment.ledger().page(id()).orElseThrow();
    }

    private Person person() {
        return ringing.person();
    }

    private String id() {
        return ringing.ticket().transactionId();
    }
}
