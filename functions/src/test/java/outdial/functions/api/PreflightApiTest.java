package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.agent.Agent.KeyMeaning;
import outdial.call.Outcome;
import outdial.campaign.Campaigns;
import outdial.contact.Contacts;
import outdial.dialing.Books;
import outdial.dialing.Findings;
import outdial.dialing.Preflight;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Groups;
import outdial.enrollment.Numbers;
import outdial.functions.api.ApiWorld.Sent;
import outdial.phone.PhoneNumber;
import outdial.rules.Policies;

/// It is Monday, 10:00 in New York.
final class PreflightApiTest {
    private static final String PREFLIGHT = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/preflight";
    private static final Set<String> READS = Set.of("find", "of", "list", "among", "variables", "callerNumber");

    private final ApiWorld world = new ApiWorld();

    @Test
    void everybody_who_waits_is_counted_by_what_would_become_of_them() {
        world.draft();
        world.edit("{\"window\":null}");
        world.enrolled("open", "+12125550111");
        world.enrolled("hawaii", "+18085550112");
        world.enrolled("forbidden", "+12125550113");
        Waiting later = world.enrolled("later", "+12125550114");
        world.memory.enrollments().change(later, later.postpone(ApiWorld.NOW.plusSeconds(60), Reason.RETRY));
        forbid("+12125550113");

        Sent sent = world.post(PREFLIGHT, "");

        assertThat(sent.at("complete")).isEqualTo("true");
        assertThat(sent.at("examined")).isEqualTo("4");
        assertThat(sent.at("callableNow")).isEqualTo("1");
        assertThat(sent.body().path("closed"))
                .hasToString("[{\"zones\":[\"Pacific/Honolulu\"],\"regions\":[\"US-HI\"],\"contacts\":1,"
                        + "\"nextOpeningAt\":\"2026-03-02T18:00:00Z\"}]");
        assertThat(sent.body().path("waiting")).hasToString("{\"RETRY\":1}");
        assertThat(sent.body().path("excluded")).hasToString("{\"DO_NOT_CALL\":1}");
    }

    @Test
    void whoever_is_not_eligible_is_not_called() {
        world.draft();
        world.edit("{\"eligibility\":{\"conditions\":[{\"field\":\"score\",\"operator\":\"IS_KNOWN\"}]}}");
        world.enrolled("c1", "+12125550111");

        assertThat(world.post(PREFLIGHT, "").body().path("excluded")).hasToString("{\"NOT_ELIGIBLE\":1}");
    }

    @Test
    void variables_that_nobody_knows_are_counted() {
        world.memory
                .agents()
                .put(new Agent(
                        ApiWorld.AGENT,
                        ApiWorld.ACME,
                        "Recall",
                        new Agent.Voice("Joanna", "en-US"),
                        new Agent.Script("Hello {{First Name}} of {{ company }}, {{offer}}", "Press.", "Bye."),
                        Map.of("9", new KeyMeaning(Outcome.DO_NOT_CALL, "Bye {{First Name}}.")),
                        Map.of("offer", "a cleaning")));
        world.draft();
        world.enrolled("c1", "+12125550111");
        world.enrolled("c2", "+12125550112");

        assertThat(world.post(PREFLIGHT, "").body().path("missingVariables"))
                .hasToString("{\"First Name\":2,\"company\":2}");
    }

    @Test
    void an_estimate_names_what_it_assumes() {
        world.draft();
        for (int n = 10; n < 20; n++) world.enrolled("c" + n, "+121255501" + n);

        assertThat(world.post(PREFLIGHT, "").body().path("estimate"))
                .hasToString("{\"calls\":10,\"callsPerSecond\":0.1111,\"finishAt\":\"2026-03-02T15:01:30Z\","
                        + "\"costUsd\":0.051,\"assumptions\":{\"secondsPerCall\":45,\"callsPerContact\":1,"
                        + "\"usdPerMinute\":0.0068,\"ignored\":\"retries, closed hours, other campaigns\"}}");
    }

    @Test
    void a_campaign_that_is_over_is_not_checked() {
        world.campaignAfter("cancel");

        assertThat(world.post(PREFLIGHT, "").problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void when_the_time_is_up_it_answers_what_it_has() {
        world.draft();
        world.enrolled("c1", "+12125550111");

        Findings findings = new Preflight(
                        world.memory.books(), world.ports.rules().law(), Duration.ofMinutes(1), world.clock)
                .of(world.campaign(), Optional.empty(), ApiWorld.NOW);

        assertThat(findings.isComplete()).isFalse();
        assertThat(findings.examined()).isZero();
    }

    @Test
    void nothing_is_written() {
        world.draft();
        world.enrolled("c1", "+12125550111");
        world.enrolled("c2", "+18085550112");

        Findings findings = new Preflight(
                        readOnly(world.memory.books()), world.ports.rules().law(), Duration.ofMinutes(1), world.clock)
                .of(world.campaign(), world.memory.agents().find(ApiWorld.ACME, ApiWorld.AGENT), Instant.MAX);

        assertThat(findings.examined()).isEqualTo(2);
    }

    private void forbid(String phone) {
        world.memory
                .doNotCall()
                .add(new DoNotCallEntry(
                        ApiWorld.ACME, new PhoneNumber(phone), Set.of(Channel.PHONE), "API", "asked", ApiWorld.NOW));
    }

    private static Books readOnly(Books books) {
        return new Books(
                books.workspaces(),
                readOnly(Policies.class, books.policies()),
                readOnly(Campaigns.class, books.campaigns()),
                readOnly(Contacts.class, books.contacts()),
                readOnly(DoNotCall.class, books.doNotCall()),
                readOnly(Groups.class, books.groups()),
                readOnly(Enrollments.class, books.enrollments()),
                readOnly(Numbers.class, books.numbers()),
                books.attempts());
    }

    private static <T> T readOnly(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (!READS.contains(method.getName())) throw new AssertionError(method + " may write");
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
