package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import outdial.agent.Agent;
import outdial.agent.Agent.KeyMeaning;
import outdial.agent.Agent.Script;
import outdial.agent.Agent.Voice;
import outdial.agent.Agents;
import outdial.call.Outcome;
import outdial.workspace.AgentId;

/// Voice agents.
record AgentEndpoints(Agents agents) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VOICE = 40;
    private static final int MOST_KEYS = 10;
    private static final int MOST_DEFAULTS = 50;
    private static final int LONGEST_DEFAULT = 200;

    private static final Voice USUAL_VOICE = new Voice("Joanna", "en-US");
    private static final String USUAL_RETRY_PROMPT = "Please press one of the keys.";
    private static final String USUAL_GOODBYE = "Thank you. Goodbye.";
    private static final KeyMeaning INTERESTED =
            new KeyMeaning(Outcome.INTERESTED, "Thank you. We will be in touch. Goodbye.");
    private static final KeyMeaning OPT_OUT =
            new KeyMeaning(Outcome.DO_NOT_CALL, "You will not be called again. Goodbye.");
    private static final Map<String, KeyMeaning> USUAL_KEYS = Map.of("1", INTERESTED, Agent.OPT_OUT_KEY, OPT_OUT);

    /// What an agent is made of; SCRIPT speaks prompts and listens to keys.
    enum Kind {
        SCRIPT
    }

    record VoiceJson(String id, String language) {}

    record KeyJson(Outcome outcome, String reply) {}

    record AgentJson(
            String id,
            String name,
            Kind kind,
            VoiceJson voice,
            String greeting,
            String retryPrompt,
            String goodbye,
            Map<String, KeyJson> keys,
            Map<String, String> defaults) {
        static AgentJson of(Agent agent) {
            Map<String, KeyJson> keys = new TreeMap<>();
            agent.keys().forEach((key, meaning) -> keys.put(key, new KeyJson(meaning.outcome(), meaning.reply())));
            return new AgentJson(
                    agent.id().value(),
                    agent.name(),
                    Kind.SCRIPT,
                    new VoiceJson(agent.voice().id(), agent.voice().language()),
                    agent.script().greeting(),
                    agent.script().retryPrompt(),
                    agent.script().goodbye(),
                    keys,
                    new TreeMap<>(agent.defaults()));
        }
    }

    Answer create(Request request) {
        Agent agent = read(
                request,
                request.body("name", "kind", "voice", "greeting", "retryPrompt", "goodbye", "keys", "defaults"));
        agents.put(agent);
        return Answer.created("/v1/agents/" + agent.id(), AgentJson.of(agent));
    }

    private static Agent read(Request request, Fields body) {
        body.choice("kind", Kind.class, Kind.SCRIPT);
        String name = body.text("name", LONGEST_NAME);
        Voice voice =
                body.object("voice", AgentEndpoints::voice, "id", "language").orElse(USUAL_VOICE);
        Script script = new Script(
                body.text("greeting", Agent.LONGEST_TEXT),
                body.optionalText("retryPrompt", Agent.LONGEST_TEXT).orElse(USUAL_RETRY_PROMPT),
                body.optionalText("goodbye", Agent.LONGEST_TEXT).orElse(USUAL_GOODBYE));
        Map<String, KeyMeaning> keys = keys(body);
        Map<String, String> defaults =
                body.map("defaults", MOST_DEFAULTS, (field, text) -> Fields.textOf(field, text, LONGEST_DEFAULT));
        return body.checked(
                "keys",
                () -> new Agent(
                        new AgentId(Ids.of(request)), request.workspace(), name, voice, script, keys, defaults));
    }

    private static Voice voice(Fields voice) {
        return new Voice(voice.text("id", LONGEST_VOICE), voice.text("language", LONGEST_VOICE));
    }

    /// Key 9 means do not call unless the agent says otherwise.
    private static Map<String, KeyMeaning> keys(Fields body) {
        if (!body.has("keys")) return USUAL_KEYS;
        Map<String, KeyMeaning> keys = new TreeMap<>(body.map("keys", MOST_KEYS, AgentEndpoints::meaning));
        keys.putIfAbsent(Agent.OPT_OUT_KEY, OPT_OUT);
        return keys;
    }

    private static KeyMeaning meaning(String field, JsonNode value) {
        Fields meaning = Fields.of(value, field, "outcome", "reply");
        return new KeyMeaning(meaning.choice("outcome", Outcome.class), meaning.text("reply", Agent.LONGEST_TEXT));
    }

    Answer list(Request request) {
        return request.answer(agents.list(request.workspace(), request.page()).map(AgentJson::of));
    }

    Answer read(Request request) {
        return agents.find(request.workspace(), new AgentId(request.id("agentId")))
                .map(agent -> Answer.ok(AgentJson.of(agent)))
                .orElseThrow(
                        () -> Refusal.notFound("This workspace has no agent with this id; GET /v1/agents lists them."));
    }
}
