package outdial.contract;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;
import outdial.enrollment.Token;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;
import outdial.workspace.CallerNumber;
import outdial.workspace.WorkspaceId;

/// A workspace with one campaign, for examples. All ids begin with the workspace's, so that tests may share a
/// database.
public record Scene(WorkspaceId workspace) {
    /// Monday noon in New York.
    public static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    public static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
    public static final PhoneNumber CALLER = new PhoneNumber("+12025550100");

    /// Weekdays from nine to five in New York.
    public static final Window OFFICE_HOURS = Window.weekly(
            ZoneId.of("America/New_York"),
            new DailyHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)));

    public static final CallingGroup GROUP = new CallingGroup(
            new java.util.TreeSet<>(Set.of("America/New_York")), new java.util.TreeSet<>(Set.of("US")), 1);

    public static final Lane LANE = Lane.shard("America/New_York+US", 0);
    public static final Lane URGENT = Lane.urgent("America/New_York+US");

    public static Scene of(String workspace) {
        return new Scene(new WorkspaceId(workspace));
    }

    public CampaignRef campaign() {
        return campaign("spring");
    }

    public CampaignRef campaign(String name) {
        return new CampaignRef(workspace, new CampaignId(workspace + "-" + name));
    }

    public Campaign.Draft draft(Settings settings) {
        return new Campaign.Draft(new Details(campaign(), settings, CREATED, 1, 0));
    }

    /// Ready to start: office hours, this many calls at once, two retries an hour apart.
    public Settings settings(int concurrency) {
        return settings(new Settings.Limits(concurrency, Duration.ZERO), RetryRules.DEFAULT);
    }

    public Settings settings(Settings.Limits limits, RetryRules retries) {
        return new Settings(
                "Spring",
                CampaignType.ONE_TIME,
                Optional.of(new AgentId("anna")),
                List.of(CALLER),
                limits,
                retries,
                Optional.of(OFFICE_HOURS),
                Optional.empty(),
                Optional.empty());
    }

    public CallerNumber callerNumber(int concurrency) {
        return new CallerNumber(CALLER, "Office", "chime", concurrency);
    }

    public ContactId contactId(String who) {
        return new ContactId(workspace + "-" + who);
    }

    /// The n-th fictional number; each belongs to one person of the scene.
    public static PhoneNumber phone(int n) {
        return new PhoneNumber("+1202555%04d".formatted(n));
    }

    public Contact contact(String who, PhoneNumber phone) {
        Profile profile = new Profile(
                Optional.of(phone),
                Optional.empty(),
                new Profile.Name("Jane", "Doe", ""),
                "",
                Profile.Place.UNKNOWN,
                Set.of(),
                "",
                "",
                OptionalInt.empty(),
                Map.of());
        return new Contact(contactId(who), workspace, profile, Set.of(), 1, CREATED);
    }

    public Enrolled enrolled(String who, PhoneNumber phone) {
        return new Enrolled(campaign(), contactId(who), phone, LANE, NOON);
    }

    public Enrollment.Waiting waiting(String who, PhoneNumber phone, Instant dueAt) {
        return new Enrollment.Waiting(enrolled(who, phone), dueAt, LANE);
    }

    /// The scopes of every call of the scene.
    public List<Scope> scopes() {
        return List.of(Scope.campaign(campaign().id()), Scope.callerNumber(workspace, CALLER), carrier());
    }

    public Scope carrier() {
        return Scope.carrier(workspace + "-chime");
    }

    public Enrollment.Queued queued(String who, PhoneNumber phone, String token, Instant leaseEnd) {
        return waiting(who, phone, NOON).claim(new Token(workspace + "-" + token), leaseEnd, scopes());
    }

    /// The attempt that this claim becomes.
    public static Attempt attempt(Enrollment.Queued queued, Instant startedAt) {
        return new Attempt(
                queued.token().attempt(),
                queued.who().campaign(),
                queued.who().contact(),
                new Attempt.Route(queued.who().phone(), CALLER, "chime"),
                queued.who().attempts() + 1,
                startedAt,
                Optional.empty());
    }
}
