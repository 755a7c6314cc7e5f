package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.agent.Agent;
import outdial.agent.Variables;
import outdial.campaign.Campaign;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.dialing.Findings.Exclusion;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Status;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.CallingHours;
import outdial.rules.Switches;
import outdial.workspace.WorkspaceId;

/// Looks at everybody who waits in a campaign as the dialer would, without calling anybody or writing anything.
public final class Preflight {
    private final Books books;
    private final Law law;
    private final Duration ringing;
    private final InstantSource clock;

    public Preflight(Books books, Law law, Duration ringing, InstantSource clock) {
        this.books = books;
        this.law = law;
        this.ringing = ringing;
        this.clock = clock;
    }

    /// Stops at `deadline` with what it has found by then.
    public Findings of(Campaign campaign, Optional<Agent> agent, Instant deadline) {
        Findings findings = new Findings();
        Inspection inspection = new Inspection(campaign, agent, clock.instant(), findings);
        Optional<String> cursor = Optional.empty();
        while (clock.instant().isBefore(deadline)) {
            Page<Enrollment> page = books.enrollments()
                    .list(campaign.ref().id(), Optional.of(Status.PENDING), new PageRequest(PageRequest.MOST, cursor));
            inspection.look(page.items().stream()
                    .flatMap(one -> one instanceof Waiting waiting ? Stream.of(waiting) : Stream.empty())
                    .toList());
            cursor = page.cursor();
            if (cursor.isEmpty()) {
                findings.finish();
                return findings;
            }
        }
        return findings;
    }

    /// One campaign at one moment.
    private final class Inspection {
        private final Campaign campaign;
        private final Optional<Agent> agent;
        private final Instant now;
        private final Findings findings;
        private final Switches switches;
        private final Map<Area, CallingHours> hours = new HashMap<>();

        Inspection(Campaign campaign, Optional<Agent> agent, Instant now, Findings findings) {
            this.campaign = campaign;
            this.agent = agent;
            this.now = now;
            this.findings = findings;
            this.switches = books.policies().of(campaign.ref().workspace()).switches();
        }

        void look(List<Waiting> page) {
            WorkspaceId workspace = campaign.ref().workspace();
            Set<PhoneNumber> phones = page.stream().map(w -> w.who().phone()).collect(Collectors.toSet());
            Set<ContactId> ids = page.stream().map(w -> w.who().contact()).collect(Collectors.toSet());
            Set<PhoneNumber> forbidden = books.doNotCall().among(workspace, phones);
            Map<PhoneNumber, NumberRecord> numbers = books.numbers().find(workspace, phones);
            Map<ContactId, Contact> contacts = books.contacts().find(workspace, ids).stream()
                    .collect(Collectors.toMap(Contact::id, Function.identity()));
            for (Waiting waiting : page) {
                PhoneNumber phone = waiting.who().phone();
                Optional<Profile> profile = Optional.ofNullable(
                                contacts.get(waiting.who().contact()))
                        .map(Contact::profile)
                        .filter(known -> known.phone().equals(Optional.of(phone)));
                if (forbidden.contains(phone)) findings.exclude(Exclusion.DO_NOT_CALL);
                else if (profile.isEmpty()) findings.exclude(Exclusion.NO_SUCH_CONTACT);
                else judge(waiting, profile.get(), Optional.ofNullable(numbers.get(phone)));
            }
        }

        private void judge(Waiting waiting, Profile profile, Optional<NumberRecord> number) {
            if (campaign.settings().eligibility().objection(profile::values).isPresent()) {
                findings.exclude(Exclusion.NOT_ELIGIBLE);
                return;
            }
            agent.ifPresent(speaker -> missing(speaker, waiting, profile).forEach(findings::lacks));
            if (number.flatMap(record -> record.busyUntil(now)).isPresent()) findings.hold(Reason.NUMBER_BUSY);
            else if (waiting.dueAt().isAfter(now)) findings.hold(waiting.reason());
            else byHours(law.areaOf(waiting.who().phone(), profile), number);
        }

        private void byHours(Area area, Optional<NumberRecord> number) {
            CallingHours lawful =
                    hours.computeIfAbsent(area, where -> law.hours(campaign.settings(), switches, where, now));
            switch (lawful) {
                case CallingHours.Unknown _ -> findings.hold(Reason.WHEREABOUTS);
                case CallingHours.Known known -> within(known, area, number);
            }
        }

        private void within(CallingHours.Known known, Area area, Optional<NumberRecord> number) {
            boolean quiet = number.flatMap(record -> known.forbidUntil(record.history(), now))
                    .isPresent();
            if (quiet) findings.hold(Reason.FREQUENCY);
            else if (known.hours().isOpen(now, ringing)) findings.call();
            else findings.closed(area, known.hours().nextOpening(now, ringing));
        }

        /// The list's own columns are read only for those who lack something without them.
        private Set<String> missing(Agent speaker, Waiting waiting, Profile profile) {
            Map<String, String> person = Conversations.variables(profile);
            Set<String> unknown = new Variables(List.of(person, speaker.defaults())).unknownIn(speaker.texts());
            if (unknown.isEmpty()) return unknown;
            Map<String, String> list = books.enrollments().variables(waiting.id());
            return new Variables(List.of(list, person, speaker.defaults())).unknownIn(speaker.texts());
        }
    }
}
