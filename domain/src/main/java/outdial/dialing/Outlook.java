package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.ExecutionMode;
import outdial.campaign.Settings;
import outdial.dialing.Outlook.Wait.Cause;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;
import outdial.hours.Window;
import outdial.rules.CallingHours;
import outdial.rules.CallingHours.Reason;
import outdial.rules.Policy;
import outdial.rules.Switches;
import outdial.workspace.CallerNumber;

/// Why an active campaign calls nobody now, from a few reads. It decides nothing: the dispatcher looks for itself.
public final class Outlook {
    /// More lanes are not asked for contacts that are due.
    private static final int MOST_LANES = 64;

    private final Books books;
    private final Slots slots;
    private final Circuits circuits;
    private final Law law;
    private final Duration ringing;

    public Outlook(Books books, Slots slots, Circuits circuits, Law law, Duration ringing) {
        this.books = books;
        this.slots = slots;
        this.circuits = circuits;
        this.law = law;
        this.ringing = ringing;
    }

    /// `until` is empty where nobody knows; `why` is empty where the cause says it all.
    public record Wait(Cause cause, Optional<Instant> until, String why) {
        public enum Cause {
            EMERGENCY_STOP,
            /// The campaign's start time.
            START,
            /// Somebody who starts the outreaches of a MANUAL campaign.
            RELEASE,
            /// To be told in which time zone its contacts are.
            WHEREABOUTS,
            /// No rule says when its contacts may be called.
            RULES_UNKNOWN,
            /// A lawful hour within its window, anywhere.
            HOURS,
            /// Every carrier that it could call by is given a rest after failures.
            CARRIER,
            /// The carrier or its numbers, which are all in use by others.
            CARRIER_FULL,
            /// Contacts that are due.
            CONTACTS
        }

        Wait(Cause cause) {
            this(cause, Optional.empty(), "");
        }
    }

    /// Empty where it may call.
    public Optional<Wait> of(Campaign.Active campaign, Instant now) {
        Policy policy = books.policies().of(campaign.ref().workspace());
        if (policy.stop().isPresent()) {
            return Optional.of(new Wait(
                    Cause.EMERGENCY_STOP, Optional.empty(), policy.stop().get().reason()));
        }
        Settings settings = campaign.settings();
        Instant begin = settings.startAt().filter(now::isBefore).orElse(now);
        List<Group> groups = groups(campaign, policy.switches(), begin);
        Optional<Instant> opening = opening(settings, groups, begin);
        if (begin.isAfter(now)) return Optional.of(new Wait(Cause.START, Optional.of(opening.orElse(begin)), ""));
        if (settings.mode() == ExecutionMode.MANUAL
                && campaign.details().releasedAt().isEmpty()) return Optional.of(new Wait(Cause.RELEASE));
        if (!opening.equals(Optional.of(now))) return Optional.of(closed(groups, opening));
        return byCarrier(campaign, now).or(() -> byContacts(campaign, groups, now));
    }

    /// A calling group, its hours, and when they open next.
    private record Group(CallingGroup group, CallingHours hours, Optional<Instant> opening) {}

    private List<Group> groups(Campaign campaign, Switches switches, Instant at) {
        return books.groups().of(campaign.ref().id()).stream()
                .map(group -> {
                    CallingHours hours = law.hours(campaign.settings(), switches, group.area(), at);
                    return new Group(group, hours, opening(hours, at));
                })
                .toList();
    }

    private Optional<Instant> opening(CallingHours hours, Instant at) {
        return switch (hours) {
            case CallingHours.Known known -> known.hours().nextOpening(at, ringing);
            case CallingHours.Unknown _ -> Optional.empty();
        };
    }

    /// The earliest of all groups; of a campaign without any, that of a window that is the same for everybody.
    private Optional<Instant> opening(Settings settings, List<Group> groups, Instant at) {
        if (!groups.isEmpty()) {
            return groups.stream().flatMap(group -> group.opening().stream()).min(Comparator.naturalOrder());
        }
        Optional<Window> window = settings.window().filter(own -> !own.isContactLocal());
        return window.isEmpty() ? Optional.of(at) : window.get().in(List.of()).nextOpening(at, ringing);
    }

    private static Wait closed(List<Group> groups, Optional<Instant> opening) {
        List<Reason> unknown = groups.stream()
                .flatMap(group -> group.hours() instanceof CallingHours.Unknown(Reason reason)
                        ? Stream.of(reason)
                        : Stream.empty())
                .toList();
        if (unknown.isEmpty() || unknown.size() < groups.size()) return new Wait(Cause.HOURS, opening, "");
        return new Wait(unknown.contains(Reason.NO_TIME_ZONE) ? Cause.WHEREABOUTS : Cause.RULES_UNKNOWN);
    }

    private Optional<Wait> byCarrier(Campaign campaign, Instant now) {
        CampaignRef ref = campaign.ref();
        List<CallerNumber> numbers = campaign.settings().callerNumbers().stream()
                .flatMap(phone -> books.workspaces().callerNumber(ref.workspace(), phone).stream())
                .toList();
        List<String> carriers =
                numbers.stream().map(CallerNumber::carrier).distinct().toList();
        List<Circuit.Open> resting = carriers.stream()
                .map(circuits::of)
                .flatMap(circuit -> circuit instanceof Circuit.Open open && open.admit(1, now) == 0
                        ? Stream.of(open)
                        : Stream.empty())
                .sorted(Comparator.comparing(Circuit.Open::until))
                .toList();
        if (!resting.isEmpty() && resting.size() == carriers.size()) {
            Circuit.Open first = resting.getFirst();
            return Optional.of(new Wait(Cause.CARRIER, Optional.of(first.until()), first.why()));
        }
        return isCrowdedOut(ref, numbers, now) ? Optional.of(new Wait(Cause.CARRIER_FULL)) : Optional.empty();
    }

    /// It is in no call, and has said that it waits for a place.
    private boolean isCrowdedOut(CampaignRef ref, List<CallerNumber> numbers, Instant now) {
        List<Scope> shared = numbers.stream()
                .flatMap(number ->
                        Stream.of(Scope.callerNumber(ref.workspace(), number.phone()), Scope.carrier(number.carrier())))
                .distinct()
                .toList();
        return activeCalls(ref) == 0
                && slots.of(shared).stream()
                        .flatMap(use -> Optional.ofNullable(use.waiting().get(ref)).stream())
                        .anyMatch(mark -> mark.until().isAfter(now));
    }

    private int activeCalls(CampaignRef ref) {
        return slots.of(List.of(Scope.campaign(ref.id()))).stream()
                .mapToInt(Slots.Use::active)
                .sum();
    }

    private Optional<Wait> byContacts(Campaign campaign, List<Group> groups, Instant now) {
        List<Lane> open = groups.stream()
                .filter(group -> group.opening().equals(Optional.of(now)))
                .flatMap(group -> group.group().lanes().stream())
                .toList();
        if (open.size() > MOST_LANES || activeCalls(campaign.ref()) > 0) return Optional.empty();
        boolean nobody = open.isEmpty()
                || books.enrollments()
                        .due(campaign.ref().id(), open, now, 1)
                        .contacts()
                        .isEmpty();
        return nobody ? Optional.of(new Wait(Cause.CONTACTS)) : Optional.empty();
    }
}
