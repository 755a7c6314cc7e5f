package outdial.functions.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import outdial.agent.Agent;
import outdial.agent.Agents;
import outdial.campaign.Campaign;
import outdial.dialing.Carriers;
import outdial.dialing.Estimate;
import outdial.dialing.Findings;
import outdial.dialing.Preflight;
import outdial.enrollment.Enrollment.Reason;
import outdial.rules.Area;
import outdial.workspace.CallerNumber;
import outdial.workspace.Workspaces;

/// What a campaign would do if it dialled now. Writes nothing.
final class PreflightEndpoint {
    /// A request may take 29 seconds.
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private static final double USUAL_USD_PER_MINUTE = 0.0251;

    /// Of docs/operations/costs.md.
    private static final Map<String, Double> USD_PER_MINUTE =
            Map.of("amazon-connect", USUAL_USD_PER_MINUTE, "chime-sdk", 0.0068);

    private final CampaignLookup lookup;
    private final Agents agents;
    private final Workspaces workspaces;
    private final Carriers carriers;
    private final Preflight preflight;
    private final InstantSource clock;

    PreflightEndpoint(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.agents = ports.agents();
        this.workspaces = ports.books().workspaces();
        this.carriers = ports.rules().carriers();
        this.preflight = new Preflight(ports.books(), ports.rules().law(), ports.ringing(), ports.clock());
        this.clock = ports.clock();
    }

    /// Where `complete` is false, the time was up after `examined` contacts, and everything is about those.
    record PreflightJson(
            boolean complete,
            int examined,
            int callableNow,
            List<ClosedJson> closed,
            Map<Reason, Integer> waiting,
            Map<Findings.Exclusion, Integer> excluded,
            Map<String, Integer> missingVariables,
            Optional<EstimateJson> estimate) {}

    /// Contacts who may be in the same zones and regions; `nextOpeningAt` is absent where it never opens.
    record ClosedJson(
            SortedSet<String> zones, SortedSet<String> regions, int contacts, Optional<Instant> nextOpeningAt) {
        static ClosedJson of(Map.Entry<Area, Findings.Closed> entry) {
            return new ClosedJson(
                    entry.getKey().zones(),
                    entry.getKey().regionCodes(),
                    entry.getValue().contacts(),
                    entry.getValue().opening());
        }
    }

    record EstimateJson(
            int calls, BigDecimal callsPerSecond, Instant finishAt, BigDecimal costUsd, AssumptionsJson assumptions) {}

    record AssumptionsJson(long secondsPerCall, int callsPerContact, double usdPerMinute, String ignored) {}

    Answer check(Request request) {
        Campaign campaign = lookup.find(request);
        if (!campaign.takesContacts()) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "A campaign that is " + campaign.status() + " calls nobody any more; there is nothing to check.");
        }
        Optional<Agent> agent = campaign.settings().agent().flatMap(id -> agents.find(request.workspace(), id));
        Instant now = clock.instant();
        return Answer.ok(json(preflight.of(campaign, agent, now.plus(BUDGET)), campaign, now));
    }

    private PreflightJson json(Findings findings, Campaign campaign, Instant now) {
        return new PreflightJson(
                findings.isComplete(),
                findings.examined(),
                findings.callable(),
                findings.closed().entrySet().stream().map(ClosedJson::of).toList(),
                findings.waiting(),
                findings.excluded(),
                findings.missing(),
                estimate(findings, campaign, now));
    }

    /// By the carrier of the first number; empty where the campaign has none.
    private Optional<EstimateJson> estimate(Findings findings, Campaign campaign, Instant now) {
        List<CallerNumber> numbers = campaign.settings().callerNumbers().stream()
                .flatMap(phone -> workspaces.callerNumber(campaign.ref().workspace(), phone).stream())
                .toList();
        return numbers.stream()
                .map(CallerNumber::carrier)
                .findFirst()
                .flatMap(carriers::find)
                .map(terms -> json(
                        Estimate.of(
                                findings.toCall(),
                                campaign.settings(),
                                numbers,
                                terms,
                                USD_PER_MINUTE.getOrDefault(terms.name(), USUAL_USD_PER_MINUTE)),
                        now));
    }

    private static EstimateJson json(Estimate estimate, Instant now) {
        return new EstimateJson(
                estimate.calls(),
                rounded(estimate.callsPerSecond()),
                now.plus(estimate.length()),
                rounded(estimate.usd()),
                new AssumptionsJson(
                        Estimate.CALL.toSeconds(),
                        1,
                        estimate.usdPerMinute(),
                        "retries, closed hours, other campaigns"));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
