package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Settings;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Finished;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Lane;
import outdial.enrollment.Status;
import outdial.hours.Hours;
import outdial.rules.Area;
import outdial.rules.CallingHours;

/// Decides whether and when a contact is called again, by the campaign's rules, in a lawful hour, and before the
/// campaign's end.
public final class Retries {
    /// Rules that are changed count from so much later on.
    private static final Duration RULES_HOLD = Duration.ofSeconds(10);

    private static final int MOST_CAMPAIGNS = 1_000;

    private final Books books;
    private final Law law;
    private final Duration ringing;
    private final Remembered<CampaignRef, Settings> settingsOf;

    public Retries(Books books, Law law, Timing timing, InstantSource clock) {
        this.books = books;
        this.settingsOf = new Remembered<>(RULES_HOLD, MOST_CAMPAIGNS, clock);
        this.law = law;
        this.ringing = timing.ringing();
    }

    /// What becomes of a contact whose attempt is closed; `who` does not count it yet, `lane` is where it
    /// waited for it.
    Enrollment after(Enrolled who, Lane lane, Attempt closed) {
        Closing closing = closed.closing().orElseThrow();
        Settings settings = settingsOf.of(closed.campaign(), this::settings);
        Enrolled now = who.after(closed.id(), closing.outcome(), closing.endedAt());
        Enrollment next = RetryPolicy.after(now, lane, closing.outcome(), settings.retries(), closing.endedAt());
        if (now.settled().isPresent()) return settled(next, now.settled().get());
        boolean hoursMatter = settings.endAt().isPresent() || settings.retries().anotherHour();
        return hoursMatter && next instanceof Waiting waiting && waiting.lane().isUrgent()
                ? inTime(waiting, settings, closed)
                : next;
    }

    private Settings settings(CampaignRef campaign) {
        return books.campaigns().find(campaign).map(Campaign::settings).orElseThrow();
    }

    /// While the call went on it was told what an earlier one had come to.
    private static Finished settled(Enrollment next, Status known) {
        return next instanceof Finished end ? end.settle() : new Finished(next.who(), known);
    }

    private Enrollment inTime(Waiting retry, Settings settings, Attempt closed) {
        Area area = CallingGroup.areaOf(retry.lane().group());
        Optional<Hours> hours = hours(retry, settings, area);
        if (hours.isEmpty()) return retry;
        Optional<Instant> opening = settings.retries().anotherHour()
                ? RetryPolicy.inAnotherHour(closed.startedAt(), retry.dueAt(), hours.get(), area.zoneIds(), ringing)
                : hours.get().nextOpening(retry.dueAt(), ringing);
        if (opening.isEmpty() || settings.hasEnded(opening.get()))
            return new Finished(retry.who(), atLast(retry.who()), "no lawful hour before the campaign ends");
        return settings.retries().anotherHour() ? new Waiting(retry.who(), opening.get(), retry.lane()) : retry;
    }

    private Optional<Hours> hours(Waiting retry, Settings settings, Area area) {
        var policy = books.policies().of(retry.who().campaign().workspace());
        return switch (law.hours(settings, policy.switches(), area, retry.dueAt())) {
            case CallingHours.Known known -> Optional.of(known.hours());
            case CallingHours.Unknown _ -> Optional.empty();
        };
    }

    private static Status atLast(Enrolled who) {
        return RetryPolicy.atLast(who.last().orElseThrow().outcome());
    }
}
