package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.agent.Conversation;
import outdial.call.Outcome;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.contract.Scene;
import outdial.enrollment.NewEnrollment;
import outdial.workspace.AgentId;

final class ConversationsTest {
    private static final String EVERYTHING =
            "{{first_name}}|{{last_name}}|{{name}}|{{company}}|{{state}}|{{country}}|{{segment}}|{{pet}}|{{plan}}";

    private final Desk desk = Desk.with();
    private final Conversations conversations =
            new Conversations(desk.memory.books(), desk.memory.agents(), desk.clock);

    @BeforeEach
    void have_an_agent() {
        desk.memory
                .agents()
                .put(new Agent(
                        new AgentId("anna"),
                        desk.scene.workspace(),
                        "Anna",
                        new Agent.Voice("Joanna", "en-US"),
                        new Agent.Script(EVERYTHING, "Press a key.", "Goodbye."),
                        Map.of("9", new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again.")),
                        Map.of("plan", "basic", "pet", "pet", "name", "there")));
    }

    @Test
    void the_list_speaks_first_then_the_contact_then_the_agent() {
        add("ann", new Profile.Name("Jane", "Doe", ""), Map.of("pet", "dog", "company", "Umbrella"));

        assertThat(greeting("ann")).contains("Jane|Doe|Jane Doe|Umbrella|NY|US|gold|dog|basic");
    }

    @Test
    void a_full_name_is_the_name_where_the_list_had_one() {
        add("ann", new Profile.Name("", "", "Dr. Jane Doe"), Map.of());

        assertThat(greeting("ann")).contains("||Dr. Jane Doe|Acme|NY|US|gold|cat|basic");
    }

    @Test
    void a_contact_that_is_gone_is_spoken_to_with_what_the_agent_has() {
        assertThat(greeting("gone")).contains("||there|||||pet|basic");
    }

    @Test
    void there_is_no_conversation_without_the_campaign_or_its_agent() {
        Conversations silent = new Conversations(desk.memory.books(), new outdial.memory.Memory().agents(), desk.clock);
        ContactId ann = desk.scene.contactId("ann");

        assertThat(silent.of(desk.ref(), ann)).isEmpty();
        assertThat(conversations.of(desk.scene.campaign("unknown"), ann)).isEmpty();
    }

    private void add(String who, Profile.Name name, Map<String, String> columns) {
        Profile profile = new Profile(
                Optional.of(phone(1)),
                Optional.empty(),
                name,
                "Acme",
                new Profile.Place("NY", "US", ""),
                Set.of(),
                "gold",
                "",
                OptionalInt.empty(),
                Map.of("pet", "cat"));
        ContactId id = desk.scene.contactId(who);
        desk.memory
                .contacts()
                .add(List.of(new Contact(id, desk.scene.workspace(), profile, Set.of(), 1, Scene.CREATED)));
        desk.memory
                .enrollments()
                .add(List.of(new NewEnrollment(desk.scene.waiting(who, phone(1), NOON), "list.csv#1", columns)));
    }

    private Optional<String> greeting(String who) {
        return conversations
                .of(desk.ref(), desk.scene.contactId(who))
                .flatMap(
                        conversation -> conversation.answered().steps().stream().findFirst())
                .map(step -> ((Conversation.Step.Ask) step).text());
    }
}
