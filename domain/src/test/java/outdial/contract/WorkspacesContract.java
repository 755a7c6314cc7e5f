package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.call.Outcome;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Scope;
import outdial.workspace.AgentId;
import outdial.workspace.ApiKey;
import outdial.workspace.CallerNumber;
import outdial.workspace.Role;
import outdial.workspace.Workspace;

/// `Workspaces` and `Agents`.
public abstract class WorkspacesContract extends PortsContract {

    @Test
    void an_added_workspace_is_found() {
        Workspace acme = workspace("Acme");

        assertThat(ports.books().workspaces().add(acme)).isTrue();

        assertThat(ports.books().workspaces().find(scene.workspace())).contains(acme);
    }

    @Test
    void an_id_that_is_taken_is_not_given_again() {
        ports.books().workspaces().add(workspace("Acme"));

        assertThat(ports.books().workspaces().add(workspace("Other"))).isFalse();

        assertThat(ports.books().workspaces().find(scene.workspace())).contains(workspace("Acme"));
    }

    @Test
    void a_workspace_nobody_added_is_not_found() {
        assertThat(ports.books().workspaces().find(scene.workspace())).isEmpty();
    }

    @Test
    void a_caller_number_comes_with_the_limit_of_its_calls() {
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(3));

        assertThat(ports.books().workspaces().callerNumber(scene.workspace(), Scene.CALLER))
                .contains(scene.callerNumber(3));
        assertThat(ports.slots().of(List.of(callerScope()))).containsExactly(new Use(callerScope(), 0, 3));
    }

    @Test
    void a_replaced_caller_number_has_a_new_limit() {
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(3));

        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(8));

        assertThat(ports.books().workspaces().callerNumber(scene.workspace(), Scene.CALLER))
                .contains(scene.callerNumber(8));
        assertThat(ports.slots().of(List.of(callerScope()))).containsExactly(new Use(callerScope(), 0, 8));
    }

    @Test
    void an_unknown_caller_number_is_not_found() {
        assertThat(ports.books().workspaces().callerNumber(scene.workspace(), Scene.CALLER))
                .isEmpty();
    }

    @Test
    void caller_numbers_are_listed_in_the_order_of_their_digits() {
        List<CallerNumber> numbers = IntStream.range(0, 5)
                .mapToObj(n -> new CallerNumber(Scene.phone(n), "Line " + n, "chime", 1))
                .toList();
        numbers.reversed().forEach(number -> ports.books().workspaces().put(scene.workspace(), number));

        assertThat(pages(2, page -> ports.books().workspaces().callerNumbers(scene.workspace(), page)).stream()
                        .flatMap(List::stream))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void a_key_is_kept_until_it_is_replaced() {
        ApiKey key = key("k1", Optional.empty());
        ports.books().workspaces().put(key);
        assertThat(ports.books().workspaces().key(scene.workspace(), "k1")).contains(key);

        ApiKey revoked = key("k1", Optional.of(Instant.parse("2026-03-02T18:00:00Z")));
        ports.books().workspaces().put(revoked);

        assertThat(ports.books().workspaces().key(scene.workspace(), "k1")).contains(revoked);
        assertThat(ports.books().workspaces().key(scene.workspace(), "k2")).isEmpty();
    }

    @Test
    void keys_are_listed_in_the_order_of_their_ids_revoked_ones_too() {
        ApiKey first = key("k1", Optional.of(Instant.parse("2026-03-02T18:00:00Z")));
        ApiKey second = key("k2", Optional.empty());
        ApiKey third = key("k3", Optional.empty());
        List.of(third, first, second).forEach(ports.books().workspaces()::put);

        assertThat(pages(2, page -> ports.books().workspaces().keys(scene.workspace(), page)).stream()
                        .flatMap(List::stream))
                .containsExactly(first, second, third);
    }

    @Test
    void an_agent_is_kept_until_it_is_replaced() {
        ports.agents().put(agent("anna", "Hello {{first_name}}."));
        assertThat(ports.agents().find(scene.workspace(), new AgentId("anna")))
                .contains(agent("anna", "Hello {{first_name}}."));

        ports.agents().put(agent("anna", "Good day."));

        assertThat(ports.agents().find(scene.workspace(), new AgentId("anna"))).contains(agent("anna", "Good day."));
        assertThat(ports.agents().find(scene.workspace(), new AgentId("bert"))).isEmpty();
    }

    @Test
    void agents_are_listed_in_the_order_of_their_ids() {
        List<Agent> agents = List.of(agent("anna", "Hello."), agent("bert", "Hello."), agent("cleo", "Hello."));
        agents.reversed().forEach(ports.agents()::put);

        assertThat(pages(2, page -> ports.agents().list(scene.workspace(), page)).stream()
                        .flatMap(List::stream))
                .containsExactlyElementsOf(agents);
    }

    private Workspace workspace(String name) {
        return new Workspace(scene.workspace(), name, "US", ZoneId.of("America/New_York"), Scene.CREATED);
    }

    private ApiKey key(String id, Optional<Instant> revokedAt) {
        return new ApiKey(scene.workspace(), id, Role.OPERATOR, "Importer", "ab".repeat(32), Scene.CREATED, revokedAt);
    }

    private Agent agent(String id, String greeting) {
        return new Agent(
                new AgentId(id),
                scene.workspace(),
                "Anna",
                new Agent.Voice("Joanna", "en-US"),
                new Agent.Script(greeting, "Press a key.", "Goodbye."),
                Map.of(
                        "9", new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again."),
                        "1", new Agent.KeyMeaning(Outcome.INTERESTED, "Great.")),
                Map.of("first_name", "there"));
    }

    private Scope callerScope() {
        return Scope.callerNumber(scene.workspace(), Scene.CALLER);
    }
}
