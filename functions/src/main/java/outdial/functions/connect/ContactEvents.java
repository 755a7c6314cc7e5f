package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import outdial.call.Ended;

/// Reports the ends of calls from the contact events of Amazon Connect, which come by EventBridge at best effort, in
/// any order and more than once. An event does not carry the contact's attributes, so the contact is looked up; only
/// ends are, because the service answers few such requests. Events of other contacts, and of types that AWS may add,
/// change nothing (Amazon Connect Administrator Guide, "contact events").
public final class ContactEvents {
    /// Both tell that the call is over; should one be lost, there is the other.
    private static final Set<String> ENDS = Set.of("DISCONNECTED", "COMPLETED");

    private final Contacts contacts;
    private final Consumer<Ended> reports;

    public ContactEvents(Contacts contacts, Consumer<Ended> reports) {
        this.contacts = contacts;
        this.reports = reports;
    }

    /// @throws IllegalStateException the contact could not be looked up; the event is delivered again
    public void take(JsonNode event) {
        JsonNode detail = event.path("detail");
        if (!isEndOfOurs(detail)) return;
        switch (contacts.patiently(text(detail, "contactId"))) {
            case Contacts.Look.Seen(ContactRecord contact) -> contact.ended().ifPresent(reports);
            case Contacts.Look.Unknown() -> {}
            case Contacts.Look.NotNow(String why) -> throw new IllegalStateException("DescribeContact: " + why);
        }
    }

    private boolean isEndOfOurs(JsonNode detail) {
        return ENDS.contains(text(detail, "eventType"))
                && text(detail, "initiationMethod").equals("API")
                && contacts.areIn(text(detail, "instanceArn"));
    }

    /// AWS's own samples spell the same member with a small and a capital letter.
    private static String text(JsonNode detail, String name) {
        return detail.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }
}
