package outdial.functions.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.agent.Agent;
import outdial.agent.Agents;
import outdial.call.Outcome;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Agents`: the items `agent#<id>` of a workspace.
public final class DynamoAgents implements Agents {
    private final WorkspaceItems items;

    public DynamoAgents(Tables tables) {
        this.items = new WorkspaceItems(tables);
    }

    @Override
    public Optional<Agent> find(WorkspaceId workspace, AgentId id) {
        return items.find(workspace, "agent#" + id).map(DynamoAgents::read);
    }

    @Override
    public Page<Agent> list(WorkspaceId workspace, PageRequest page) {
        return items.list(workspace, "agent#", page, DynamoAgents::read);
    }

    @Override
    public void put(Agent agent) {
        items.put(WorkspaceItems.item(agent.workspace(), "agent#" + agent.id())
                .put("agentId", agent.id().value())
                .put("name", agent.name())
                .put("voiceId", agent.voice().id())
                .put("language", agent.voice().language())
                .put("greeting", agent.script().greeting())
                .put("retryPrompt", agent.script().retryPrompt())
                .put("goodbye", agent.script().goodbye())
                .put("keys", keys(agent.keys()))
                .put("defaults", agent.defaults()));
    }

    private static AttributeValue keys(Map<String, Agent.KeyMeaning> keys) {
        Map<String, AttributeValue> values = new HashMap<>();
        keys.forEach((key, meaning) ->
                values.put(key, Item.map(Map.of("outcome", meaning.outcome().name(), "reply", meaning.reply()))));
        return AttributeValue.fromM(values);
    }

    private static Agent read(Row row) {
        Map<String, Agent.KeyMeaning> keys = new HashMap<>();
        row.maps("keys")
                .forEach((key, meaning) -> keys.put(
                        key, new Agent.KeyMeaning(Outcome.valueOf(meaning.text("outcome")), meaning.text("reply"))));
        return new Agent(
                new AgentId(row.text("agentId")),
                new WorkspaceId(row.text("workspaceId")),
                row.text("name"),
                new Agent.Voice(row.text("voiceId"), row.text("language")),
                new Agent.Script(row.text("greeting"), row.text("retryPrompt"), row.text("goodbye")),
                keys,
                row.map("defaults"));
    }
}
