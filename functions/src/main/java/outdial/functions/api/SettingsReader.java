package outdial.functions.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import outdial.agent.Agents;
import outdial.campaign.CampaignType;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.campaign.Settings.Limits;
import outdial.phone.PhoneNumber;
import outdial.rules.Purpose;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Reads the settings of a campaign; its agent and caller numbers must be those of the workspace. What the body
/// does not mention stays as it is, `null` takes a setting back (RFC 7396); a window and eligibility are given as a
/// whole.
record SettingsReader(Workspaces workspaces, Agents agents, PhoneFields phones) {
    static final String[] FIELDS = {
        "name",
        "type",
        "agentId",
        "callerNumbers",
        "concurrency",
        "throttleMillis",
        "retries",
        "window",
        "startAt",
        "endAt",
        "executionMode",
        "purpose",
        "eligibility"
    };
    private static final int LONGEST_ID = 100;

    /// The settings of a new campaign; only its name is required.
    Settings create(WorkspaceId workspace, Fields body) {
        Settings usual = new Settings(
                body.text("name", Settings.LONGEST_NAME),
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return change(workspace, body, usual);
    }

    Settings change(WorkspaceId workspace, Fields body, Settings now) {
        return body.checked(
                "endAt",
                () -> new Settings(
                        body.optionalText("name", Settings.LONGEST_NAME).orElse(now.name()),
                        body.choice("type", CampaignType.class, now.type()),
                        mentioned(body, "agentId", () -> agent(workspace, body), now.agent()),
                        mentioned(body, "callerNumbers", () -> callerNumbers(workspace, body), now.callerNumbers()),
                        limits(body, now.limits()),
                        RetriesReader.read(body, now.retries()),
                        mentioned(body, "window", () -> WindowJson.read(body), now.window()),
                        mentioned(body, "startAt", () -> body.time("startAt"), now.startAt()),
                        mentioned(body, "endAt", () -> body.time("endAt"), now.endAt()),
                        body.choice("executionMode", ExecutionMode.class, now.mode()),
                        body.choice("purpose", Purpose.class, now.purpose()),
                        mentioned(body, "eligibility", () -> EligibilityReader.read(body), now.eligibility())));
    }

    private static <T> T mentioned(Fields body, String name, Supplier<T> given, T now) {
        return body.mentions(name) ? given.get() : now;
    }

    private Optional<AgentId> agent(WorkspaceId workspace, Fields body) {
        Optional<AgentId> agent = body.optionalText("agentId", LONGEST_ID).map(AgentId::new);
        if (agent.isPresent() && agents.find(workspace, agent.get()).isEmpty()) {
            throw body.refused("agentId", "must be an agent of this workspace; GET /v1/agents lists them");
        }
        return agent;
    }

    private List<PhoneNumber> callerNumbers(WorkspaceId workspace, Fields body) {
        PhoneFields.Reader reader = phones.of(workspace);
        return body
                .list("callerNumbers", Settings.MOST_CALLER_NUMBERS, (field, text) -> {
                    PhoneNumber phone = reader.read(field, Fields.textOf(field, text, PhoneFields.LONGEST));
                    if (workspaces.callerNumber(workspace, phone).isPresent()) return phone;
                    throw Refusal.invalid(
                            field,
                            field + " must be a caller number of this workspace; GET /v1/caller-numbers lists them.");
                })
                .stream()
                .distinct()
                .toList();
    }

    private static Limits limits(Fields body, Limits now) {
        int most = (int) Limits.LONGEST_THROTTLE.toMillis();
        int throttle =
                body.integer("throttleMillis", 0, most, (int) now.throttle().toMillis());
        return new Limits(
                body.integer("concurrency", 1, Limits.MOST_CONCURRENCY, now.concurrency()),
                Duration.ofMillis(throttle));
    }
}
