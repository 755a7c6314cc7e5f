package outdial.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.phone.PhoneNumber;
import outdial.rules.Policies;
import outdial.workspace.WorkspaceId;

/// Sees every effect on the books, and objects where a rule is broken. It keeps books of its own, from what was
/// asked and answered alone, and holds those of the code under test against them.
final class Watch {
    private final Schedule schedule;
    private final History history;
    private final Holdings holdings;
    private final Tallies tallies = new Tallies();
    private final Stops stops = new Stops();
    private final Frequency frequency = new Frequency();
    private final CampaignStates campaigns;
    private final Dials dials;
    private final Set<EnrollmentId> disabled = new HashSet<>();
    private Optional<Stops.Since> emergency = Optional.empty();
    private long effects;

    Watch(Schedule schedule, Memory memory, History history, Dials dials) {
        this.schedule = schedule;
        this.history = history;
        this.holdings = new Holdings(memory.slots());
        this.campaigns = new CampaignStates(memory.campaigns());
        this.dials = dials;
    }

    long effects() {
        return effects;
    }

    Tallies tallies() {
        return tallies;
    }

    Holdings holdings() {
        return holdings;
    }

    CampaignStates campaigns() {
        return campaigns;
    }

    Frequency frequency() {
        return frequency;
    }

    /// Nobody took it back since, whatever the books say now.
    boolean isDisabled(EnrollmentId contact) {
        return disabled.contains(contact);
    }

    /// Since when nobody at all is called.
    Optional<Stops.Since> emergency() {
        return emergency;
    }

    Stops stops() {
        return stops;
    }

    void note(String what, Object with, Object answer) {
        history.add(schedule.now(), schedule.current(), what, with, answer);
    }

    void effect(Interposed.Call call, Object answer) {
        effects++;
        List<Object> with = call.arguments();
        note(call.name(), with, answer);
        if (call.of(Enrollments.class)) onEnrollments(call.name(), with, answer);
        else if (call.of(Campaigns.class)) onCampaigns(call.name(), with, answer);
        else if (call.of(DoNotCall.class)) onDoNotCall(call.name(), with);
        else if (call.of(Policies.class)) onPolicies(call.name(), with);
    }

    private void onEnrollments(String name, List<Object> with, Object answer) {
        switch (name) {
            case "add" -> tallies.added((List<?>) with.getFirst(), (List<?>) answer);
            case "claim" -> claimed((List<?>) answer);
            case "release", "change", "correct" -> {
                if ((boolean) answer) moved((Enrollment) with.getFirst(), (Enrollment) with.get(1));
            }
            case "enable" -> {
                if ((boolean) answer) enabled((Enrollment.Held) with.getFirst());
            }
            case "dial" -> {
                if (answer == Enrollments.Start.STARTED) dialled(with);
            }
            case "conclude" -> {
                if ((boolean) answer) concluded(with);
            }
            default -> {}
        }
    }

    private void claimed(List<?> claimed) {
        for (Object one : claimed) {
            Enrollment.Queued queued = (Enrollment.Queued) one;
            tallies.moved(queued, queued.status(), Status.PENDING);
            holdings.holds(queued);
        }
        if (!claimed.isEmpty()) {
            Enrollment.Queued first = (Enrollment.Queued) claimed.getFirst();
            campaigns.claimed(first.who().campaign(), schedule.now());
            holdings.checkLimits(first.scopes());
        }
    }

    private void enabled(Enrollment.Held held) {
        moved(held, held.waiting());
        disabled.remove(held.id());
    }

    private void moved(Enrollment from, Enrollment to) {
        tallies.moved(to, to.status(), from.status());
        holdings.becomes(from, to);
        if (to instanceof Enrollment.Held) disabled.add(to.id());
    }

    private void dialled(List<Object> with) {
        Enrollment.Dialing dialing = (Enrollment.Dialing) with.get(1);
        Attempt attempt = ((Enrollments.Dial) with.get(2)).attempt();
        if (!schedule.current().hasLooked())
            throw new Violation("who waited looks at the campaign again before the call", attempt.id(), dialing.id());
        moved((Enrollment) with.getFirst(), dialing);
        dials.written(attempt, dialing, effects, schedule.now());
    }

    private void concluded(List<Object> with) {
        Enrollment.Dialing from = (Enrollment.Dialing) with.getFirst();
        Enrollment to = (Enrollment) with.get(1);
        moved(from, to);
        dials.concluded(from, to, (Attempt) with.get(2), schedule.now());
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
        Campaign now = campaigns.changed(ref, effects, schedule.now());
        boolean over = now instanceof Campaign.Completed && !now.settings().hasEnded(schedule.instant());
        if (over && tallies.of(ref.id()).unfinished() > 0)
            throw new Violation("a campaign completes only when every contact is final", ref.id());
    }

    private void onPolicies(String name, List<Object> with) {
        switch (name) {
            case "of" -> schedule.current().readPolicy(effects);
            case "stop" -> emergency = ((Optional<?>) with.get(1)).map(_ -> new Stops.Since(effects, schedule.now()));
            default -> {}
        }
    }

    private void onDoNotCall(String name, List<Object> with) {
        switch (name) {
            case "add" -> stops.added((DoNotCallEntry) with.getFirst(), effects, schedule.now());
            case "remove" -> stops.removed((WorkspaceId) with.getFirst(), (PhoneNumber) with.get(1));
            default -> {}
        }
    }
}
