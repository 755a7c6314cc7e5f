package outdial.dialing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.agent.Agent;
import outdial.agent.Agents;
import outdial.agent.Conversation;
import outdial.agent.Variables;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.enrollment.EnrollmentId;

/// Finds what an agent says to a contact of a campaign.
public final class Conversations {
    /// A script that is changed is heard from so much later on, and a contact called by the name it has by then.
    private static final Duration TEXTS_HOLD = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 1_000;

    private final Books books;
    private final Agents agents;
    private final Remembered<CampaignRef, Optional<Agent>> agentOf;
    private final Remembered<Listener, List<Map<String, String>>> variablesOf;

    private record Listener(CampaignRef campaign, ContactId contact) {}

    /// @param books may be out of date by some seconds
    public Conversations(Books books, Agents agents, InstantSource clock) {
        this.books = books;
        this.agents = agents;
        this.agentOf = new Remembered<>(TEXTS_HOLD, MOST_REMEMBERED, clock);
        this.variablesOf = new Remembered<>(TEXTS_HOLD, MOST_REMEMBERED, clock);
    }

    /// Empty where the campaign or its agent is gone. Variables come from the list first, then the contact,
    /// then the agent.
    public Optional<Conversation> of(CampaignRef campaign, ContactId contact) {
        return agentOf.of(campaign, this::agent)
                .map(agent -> new Conversation(agent, variables(agent, new Listener(campaign, contact))));
    }

    private Optional<Agent> agent(CampaignRef campaign) {
        return books.campaigns()
                .find(campaign)
                .map(Campaign::settings)
                .flatMap(settings -> settings.agent())
                .flatMap(id -> agents.find(campaign.workspace(), id));
    }

    private Variables variables(Agent agent, Listener listener) {
        List<Map<String, String>> own = variablesOf.of(listener, this::variables);
        return new Variables(
                Stream.concat(own.stream(), Stream.of(agent.defaults())).toList());
    }

    private List<Map<String, String>> variables(Listener listener) {
        CampaignRef campaign = listener.campaign();
        Map<String, String> list = books.enrollments().variables(new EnrollmentId(campaign.id(), listener.contact()));
        Map<String, String> person = books.contacts()
                .find(campaign.workspace(), listener.contact())
                .map(found -> variables(found.profile()))
                .orElseGet(Map::of);
        return List.of(list, person);
    }

    static Map<String, String> variables(Profile profile) {
        Map<String, String> values = new HashMap<>(profile.fields());
        values.put("first_name", profile.name().first());
        values.put("last_name", profile.name().last());
        values.put("name", fullName(profile.name()));
        values.put("company", profile.company());
        values.put("state", profile.place().state());
        values.put("country", profile.place().country());
        values.put("segment", profile.segment());
        return values;
    }

    private static String fullName(Profile.Name name) {
        return name.full().isEmpty() ? (name.first() + " " + name.last()).strip() : name.full();
    }
}
