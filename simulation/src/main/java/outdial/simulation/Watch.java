package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.ExecutionMode;
import outdial.dialing.Circuit;
import outdial.dialing.Circuits;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.memory.Interposed;
import outdial.phone.PhoneNumber;
import outdial.rules.Policies;
import outdial.rules.Switches;
import outdial.workspace.CallerNumber;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Sees every effect on the books, and objects where a rule is broken. It keeps books of its own, from what was
/// asked and answered alone, and holds those of the code under test against them.
final class Watch {
    private final Schedule schedule;
    private final History history;
    private final OwnBooks own;
    private final DialRules dialRules;
    private final FinalRules finalRules;
    private final Priorities priorities = new Priorities();
    private long effects;
    private Instant misledUntil = Instant.MIN;

    Watch(Schedule schedule, History history, OwnBooks own, Duration mostSkew) {
        this.schedule = schedule;
        this.history = history;
        this.own = own;
        this.dialRules = new DialRules(schedule, own, mostSkew);
        this.finalRules = new FinalRules(schedule, own);
    }

    long effects() {
        return effects;
    }

    OwnBooks own() {
        return own;
    }

    void note(String what, Object with, Object answer) {
        history.add(schedule.now(), schedule.current(), what, with, answer);
    }

    /// A report was dealt with, and `left` is what it left of the contact.
    void heard(AttemptId attempt, Enrollment left) {
        own.past().reported(attempt, effects);
        finalRules.heard(left, effects + 1);
    }

    void effect(Interposed.Call call, Object answer) {
        effects++;
        List<Object> with = call.arguments();
        note(call.name(), with, answer);
        if (call.of(Enrollments.class)) onEnrollments(call.name(), with, answer);
        else if (call.of(Campaigns.class)) onCampaigns(call.name(), with, answer);
        else if (call.of(DoNotCall.class)) onDoNotCall(call.name(), with);
        else if (call.of(Policies.class)) onPolicies(call.name(), with, answer);
        else if (call.of(Circuits.class)) onCircuits(call.name(), with, answer);
        else if (call.of(Workspaces.class) && with.getLast() instanceof CallerNumber number)
            own.carriers().limited(number);
    }

    private void onEnrollments(String name, List<Object> with, Object answer) {
        boolean refused = Boolean.FALSE.equals(answer)
                || (answer instanceof Enrollments.Start start && start != Enrollments.Start.STARTED);
        if (refused) return;
        switch (name) {
            case "add" -> own.tallies().added((List<?>) with.getFirst(), (List<?>) answer);
            case "claim" -> claimed((List<?>) answer);
            case "release", "change", "correct" -> moved((Enrollment) with.getFirst(), (Enrollment) with.get(1));
            case "enable" -> enabled((Enrollment.Held) with.getFirst());
            case "dial" -> dialled(with);
            case "conclude" -> concluded(with);
            case "handOver" -> handedOver(with);
            default -> {}
        }
    }

    private void handedOver(List<Object> with) {
        Enrollment.Queued heir = ((Enrollments.Claim) with.get(3)).to();
        claimed(heir);
        own.carriers().handedOver(heir.token().attempt(), Scope.carrierIn(heir.scopes()));
        concluded(with);
        own.holdings().checkHandedOver(heir.scopes(), schedule.now());
        own.campaigns().claimed(heir.who().campaign(), schedule.now());
        checkPromises(List.of(heir), heir.who().campaign());
    }

    private void claimed(Enrollment.Queued queued) {
        own.tallies().moved(queued, queued.status(), Status.PENDING);
        own.holdings().holds(queued);
        finalRules.goesOn(queued, effects);
        priorities.becomes(queued, schedule.now());
    }

    private void claimed(List<?> claimed) {
        if (claimed.isEmpty()) return;
        for (Object one : claimed) {
            Enrollment.Queued queued = (Enrollment.Queued) one;
            claimed(queued);
            own.carriers().claimed(queued.token().attempt(), schedule.current().circuitReadAt());
        }
        Enrollment.Queued first = (Enrollment.Queued) claimed.getFirst();
        own.campaigns().claimed(first.who().campaign(), schedule.now());
        own.holdings().checkLimits(first.scopes());
        checkPromises(claimed, first.who().campaign());
    }

    /// Only where nothing has kept the promised ones from being called for long: no pause, no stop, no closed hour.
    private void checkPromises(List<?> claimed, CampaignRef campaign) {
        Instant then = schedule.now().minus(Priorities.SEEN_BY);
        boolean ran = own.campaigns().ranSince(campaign, then) && own.policies().wentOnSince(then);
        boolean manual = own.campaigns().since(campaign, then).stream()
                .anyMatch(settings -> settings.mode() == ExecutionMode.MANUAL);
        if (!ran || manual || schedule.now().isBefore(misledUntil)) return;
        priorities.passedOver(claimed, schedule.now()).stream()
                .filter(waiting -> couldBeCalledSince(waiting.who(), then))
                .findFirst()
                .ifPresent(waiting -> {
                    throw new Violation(
                            "promised retries come first, but this one was passed over: " + waiting, waiting.id());
                });
    }

    /// Somebody was shown in which lanes contacts wait as it was long ago, and goes by that for a while.
    void misled() {
        misledUntil = schedule.now().plus(Holdings.KNOWN_BY);
    }

    /// What an index that lags made of those who were due.
    void looked(Enrollments.Due there, Enrollments.Due shown) {
        priorities.looked(ids(there), ids(shown));
    }

    private static Set<EnrollmentId> ids(Enrollments.Due due) {
        return due.contacts().stream().map(Enrollment::id).collect(Collectors.toUnmodifiableSet());
    }

    private boolean couldBeCalledSince(Enrolled who, Instant then) {
        if (own.people().wasEdited(who.contact())) return false;
        LawRules.Callee callee =
                new LawRules.Callee(who.campaign(), who.phone(), own.people().now(who.contact()));
        Instant ringing = schedule.now().plus(Deployment.TIMING.ringing());
        return own.law().isSurelyOpen(callee, then) && own.law().isSurelyOpen(callee, ringing);
    }

    private void enabled(Enrollment.Held held) {
        moved(held, held.waiting());
        own.people().enabled(held.id());
    }

    private void moved(Enrollment from, Enrollment to) {
        own.tallies().moved(to, to.status(), from.status());
        own.holdings().becomes(from, to);
        priorities.becomes(to, schedule.now());
        if (from instanceof Enrollment.Held) finalRules.staysHeld(to);
        if (to instanceof Enrollment.Held) own.people().disabled(to.id());
        if (to.status() == Status.SKIPPED) own.people().skipped(to.id());
        if (from instanceof Enrollment.Finished before && to instanceof Enrollment.Finished end)
            finalRules.corrected(before, end);
        if (to instanceof Enrollment.Finished end) finalRules.dropped(from, end);
        else finalRules.goesOn(to, effects);
    }

    private void dialled(List<Object> with) {
        Enrollment.Dialing dialing = (Enrollment.Dialing) with.get(1);
        Attempt attempt = ((Enrollments.Dial) with.get(2)).attempt();
        if (!schedule.current().hasLooked())
            throw new Violation("who waited looks at the campaign again before the call", attempt.id(), dialing.id());
        moved((Enrollment) with.getFirst(), dialing);
        own.dials().written(new Dials.Dialled(attempt, own.people().now(attempt.contact()), effects));
        dialRules.check(attempt, effects);
    }

    private void concluded(List<Object> with) {
        Enrollment.Dialing from = (Enrollment.Dialing) with.getFirst();
        Enrollment to = (Enrollment) with.get(1);
        Attempt closed = (Attempt) with.get(2);
        own.tallies().moved(to, to.status(), from.status());
        own.holdings().becomes(from, to);
        priorities.becomes(to, schedule.now());
        own.dials().concluded(from, to, closed, schedule.now());
        if (closed.closing().orElseThrow().by() == Closing.By.LEASE) {
            own.past().givenUp(closed);
            finalRules.givenUp(from, closed);
        }
        finalRules.concluded(to, closed, effects);
    }

    private void onCampaigns(String name, List<Object> with, Object answer) {
        switch (name) {
            case "find" -> schedule.current().readCampaign(effects);
            case "change" -> {
                if ((boolean) answer) changed(((Campaign) with.getFirst()).ref());
            }
            default -> {}
        }
    }

    private void changed(CampaignRef ref) {
        Campaign now = own.campaigns().changed(ref, effects, schedule.now());
        boolean over = now instanceof Campaign.Completed && !now.settings().hasEnded(schedule.instant());
        if (!over) return;
        if (own.tallies().of(ref.id()).unfinished() > 0)
            throw new Violation("a campaign completes only when every contact is final", ref.id());
        if (now.settings().mode() == ExecutionMode.ON_ADD || now.settings().type() == CampaignType.FOLLOW_UP)
            throw new Violation("a campaign that takes contacts at any time completes only at its end", ref.id());
    }

    private void onPolicies(String name, List<Object> with, Object answer) {
        switch (name) {
            case "of" -> schedule.current().readPolicy(effects);
            case "stop" -> own.policies().stopped((Optional<?>) with.get(1), effects, schedule.now());
            case "stopAll" -> own.policies().allStopped((Optional<?>) with.getFirst(), effects, schedule.now());
            case "change" -> {
                if ((boolean) answer) own.policies().switched((Switches) with.get(2), schedule.now());
            }
            default -> {}
        }
    }

    private void onCircuits(String name, List<Object> with, Object answer) {
        switch (name) {
            case "of" -> schedule.current().readCircuit(effects);
            case "change" -> {
                if ((boolean) answer) own.carriers().changed((String) with.getFirst(), (Circuit) with.get(2), effects);
            }
            default -> {}
        }
    }

    private void onDoNotCall(String name, List<Object> with) {
        switch (name) {
            case "add" -> own.stops().added((DoNotCallEntry) with.getFirst(), effects, schedule.now());
            case "remove" -> own.stops().removed((WorkspaceId) with.getFirst(), (PhoneNumber) with.get(1));
            default -> {}
        }
    }
}
