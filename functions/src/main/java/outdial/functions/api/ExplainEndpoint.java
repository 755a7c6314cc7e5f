package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.dialing.Law;
import outdial.functions.api.RulesJson.CapJson;
import outdial.functions.api.RulesJson.QuietJson;
import outdial.functions.api.RulesJson.RuleJson;
import outdial.hours.Hours;
import outdial.hours.Window;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.CallingHours;
import outdial.rules.Policies;
import outdial.rules.Purpose;
import outdial.rules.Switches;
import outdial.rules.Terms;

/// Why somebody may be called at a moment, or not, by the law and a campaign's window alone.
final class ExplainEndpoint {
    private static final String[] QUERY = {
        "phone", "at", "state", "country", "postalCode", "timeZone", "purpose", "campaignId"
    };

    private static final CallingHours.Known NOTHING =
            new CallingHours.Known(Hours.NEVER, List.of(), List.of(), List.of());

    private final CampaignLookup lookup;
    private final Law law;
    private final Policies policies;
    private final PhoneFields phones;
    private final Duration ringing;
    private final InstantSource clock;

    ExplainEndpoint(Ports ports, PhoneFields phones) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.law = ports.rules().law();
        this.policies = ports.books().policies();
        this.phones = phones;
        this.ringing = ports.ringing();
        this.clock = ports.clock();
    }

    /// `unknown` says why nobody knows the hours; then nobody is called. Caps and quiets hold against what has been,
    /// which is not looked at here.
    record ExplanationJson(
            String phone,
            Instant at,
            SortedSet<String> zones,
            SortedSet<String> regions,
            Purpose purpose,
            Optional<WindowJson> window,
            boolean open,
            Optional<Instant> nextOpeningAt,
            Optional<CallingHours.Reason> unknown,
            List<CapJson> caps,
            List<QuietJson> quiets,
            List<RuleJson> rules) {}

    /// What is asked about.
    private record Question(PhoneNumber phone, Area area, Instant at, Terms terms) {}

    Answer explain(Request request) {
        request.onlyQuery(QUERY);
        Question question = question(request);
        CallingHours hours = law.rulebook().hours(question.terms(), question.area(), question.at());
        return Answer.ok(
                switch (hours) {
                    case CallingHours.Known known -> known(question, known);
                    case CallingHours.Unknown unknown ->
                        json(question, false, Optional.empty(), Optional.of(unknown.reason()), NOTHING);
                });
    }

    private ExplanationJson known(Question question, CallingHours.Known known) {
        return json(
                question,
                known.hours().isOpen(question.at(), ringing),
                known.hours().nextOpening(question.at(), ringing),
                Optional.empty(),
                known);
    }

    private static ExplanationJson json(
            Question question,
            boolean open,
            Optional<Instant> next,
            Optional<CallingHours.Reason> unknown,
            CallingHours.Known known) {
        Switches switches = question.terms().switches();
        return new ExplanationJson(
                question.phone().e164(),
                question.at(),
                question.area().zones(),
                question.area().regionCodes(),
                question.terms().purpose(),
                question.terms().window().map(WindowJson::of),
                open,
                next,
                unknown,
                known.caps().stream().map(CapJson::of).toList(),
                known.quiets().stream().map(QuietJson::of).toList(),
                known.rules().stream()
                        .map(rule -> RuleJson.of(rule, switches, question.at()))
                        .toList());
    }

    private Question question(Request request) {
        PhoneNumber phone = phones.of(request.workspace())
                .read("phone", request.query("phone").orElseThrow(ExplainEndpoint::noPhone));
        Atlas.Address address = new Atlas.Address(
                request.query("state").orElse(""),
                request.query("country").orElse(""),
                request.query("postalCode").orElse(""));
        Area area = law.areaOf(phone, address, zone(request));
        return new Question(phone, area, at(request), terms(request));
    }

    private Terms terms(Request request) {
        Optional<Campaign> campaign = request.query("campaignId")
                .map(id -> lookup.find(new CampaignRef(request.workspace(), new CampaignId(id))));
        Optional<Window> window = campaign.flatMap(found -> found.settings().window());
        Purpose usual = campaign.map(found -> found.settings().purpose()).orElse(Purpose.TELEMARKETING);
        Purpose purpose = request.query("purpose")
                .map(text -> Fields.choiceOf("purpose", text, Purpose.class))
                .orElse(usual);
        return new Terms(window, purpose, policies.of(request.workspace()).switches());
    }

    private static String zone(Request request) {
        return request.query("timeZone")
                .map(zone -> {
                    if (ZoneId.getAvailableZoneIds().contains(zone)) return zone;
                    throw Refusal.invalid(
                            "timeZone", "timeZone must be a zone of the IANA list such as America/New_York.");
                })
                .orElse("");
    }

    private Instant at(Request request) {
        return request.query("at").map(text -> Fields.timeOf("at", text)).orElseGet(clock::instant);
    }

    private static Refusal noPhone() {
        return Refusal.invalid("phone", "phone is required: whom the rules are explained for.");
    }
}
