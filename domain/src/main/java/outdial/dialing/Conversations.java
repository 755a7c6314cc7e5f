package outdial.dialing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Books books;
    private final Agents agents;

    public Conversations(Books books, Agents agents) {
        this.books = books;
        this.agents = agents;
    }

    /// Empty where the campaign or its agent is gone. Variables come from the list first, then the contact,
    /// then the agent.
    public Optional<Conversation> of(CampaignRef campaign, ContactId contact) {
        return books.campaigns()
                .find(campaign)
                .map(Campaign::settings)
                .flatMap(settings -> settings.agent())
                .flatMap(id -> agents.find(campaign.workspace(), id))
                .map(agent -> new Conversation(agent, variables(agent, campaign, contact)));
    }

    private Variables variables(Agent agent, CampaignRef campaign, ContactId contact) {
        Map<String, String> list = books.enrollments().variables(new EnrollmentId(campaign.id(), contact));
        Map<String, String> person = books.contacts()
                .find(campaign.workspace(), contact)
                .map(found -> variables(found.profile()))
                .orElseGet(Map::of);
        return new Variables(List.of(list, person, agent.defaults()));
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
