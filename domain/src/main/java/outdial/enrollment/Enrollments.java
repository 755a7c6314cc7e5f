package outdial.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.page.Page;
import outdial.page.PageRequest;

/// The contacts of all campaigns. Every change is one conditional write (or one transaction) that succeeds only
/// while the enrollment is still what the caller saw; losing that race is a normal answer. Slots change only
/// together with the enrollments that hold them.
public interface Enrollments {
    /// Strongly consistent.
    Optional<Enrollment> find(EnrollmentId id);

    /// The list's own columns for this contact; empty where there are none.
    Map<String, String> variables(EnrollmentId id);

    /// Adds those that are not there yet; the answer tells for each, in the same order, whether it was added,
    /// was added before by the same source, or by another.
    List<Added> add(List<NewEnrollment> enrollments);

    /// Which source brought each of those that are there. Strongly consistent, any number of them.
    Map<EnrollmentId, String> sources(Set<EnrollmentId> ids);

    /// Enrollments of the campaign whose source begins like this.
    Page<Brought> brought(CampaignId campaign, String source, PageRequest page);

    /// Removes those that their source brought and nothing has happened to since; answers for each, in order.
    List<Withdrawn> withdraw(List<Brought> brought);

    /// An enrollment and the source that brought it.
    record Brought(EnrollmentId id, String source) {}

    enum Withdrawn {
        REMOVED,
        /// It was called or claimed, or somebody decided about it; or another source brought it.
        KEPT,
        GONE
    }

    /// Contacts waiting in `lanes` that are due at `now`, those of earlier lanes first and in each lane the
    /// earliest first, at most `limit`. From an index: may miss the latest changes or show what is no longer so.
    Due due(CampaignId campaign, List<Lane> lanes, Instant now, int limit);

    /// Queued and Dialing enrollments whose lease is over at `now`, at most `limit`. From the same index.
    List<Enrollment.Leased> expired(CampaignId campaign, Instant now, int limit);

    /// Queued and Dialing enrollments, at most `limit`. From the same index.
    List<Enrollment.Leased> leased(CampaignId campaign, int limit);

    /// Takes the slots and turns Waiting into Queued, all of them together; contacts that changed meanwhile are
    /// left out and hold nothing. Answers those that were claimed: none if the slots are gone.
    List<Enrollment.Queued> claim(List<Claim> claims, List<SlotLimit> limits);

    /// Queued → waiting or final, its slots given back.
    boolean release(Enrollment.Queued from, Enrollment to);

    /// Queued → Dialing, and with it the attempt and what it means for the number, unless anything forbids it.
    Start dial(Enrollment.Queued from, Enrollment.Dialing to, Dial dial);

    /// Dialing → waiting or final, its slots given back, its attempt closed. Of a day's calls only one that was not
    /// placed is given back.
    boolean conclude(Enrollment.Dialing from, Enrollment to, Attempt closed);

    /// Dialing → waiting or final, its attempt closed, and the slots it held pass to the contact that is
    /// claimed for the same scopes: Waiting → Queued. All of it or nothing.
    boolean handOver(Enrollment.Dialing from, Enrollment to, Attempt closed, Claim heir);

    /// Dialing → the same call, now that more is known of the calls before it. Whoever goes on to conclude it
    /// by what was seen before loses.
    boolean learn(Enrollment.Dialing from, Enrollment.Dialing to);

    /// Waiting or held → waiting, held or final, where no slot is held.
    boolean change(Enrollment.Idle from, Enrollment to);

    /// Held → waiting, while the campaign is still what was seen. Its version rises in the same write, so that
    /// nobody completes it without having seen the contact.
    boolean enable(Enrollment.Held from, Campaign seen);

    /// Final → final: a late report says how the last call really ended.
    boolean correct(Enrollment.Finished from, Enrollment.Finished to);

    /// Whether any contact of the campaign is neither final nor held. Reads all of them, strongly consistent:
    /// ask when it is likely over.
    boolean anyUnfinished(CampaignId campaign);

    /// Contacts of the campaign with this status, or all.
    Page<Enrollment> list(CampaignId campaign, Optional<Status> status, PageRequest page);

    /// Due contacts, and the lanes that are known to have no others.
    record Due(List<Enrollment.Waiting> contacts, Set<Lane> exhausted) {
        public Due {
            contacts = List.copyOf(contacts);
            exhausted = Set.copyOf(exhausted);
        }
    }

    /// A contact seen waiting and what it becomes.
    record Claim(Enrollment.Waiting from, Enrollment.Queued to) {}

    /// A scope and the limit that was seen to allow the claim; the claim fails where the limit is another by now.
    record SlotLimit(Scope scope, int limit) {}

    enum Added {
        ADDED,
        SAME_SOURCE,
        THERE_BEFORE;

        /// Of one that was there, brought by `before`, and is brought by `again`.
        public static Added found(String before, String again) {
            return before.equals(again) ? SAME_SOURCE : THERE_BEFORE;
        }
    }

    /// What is written, and what must still hold, when a contact is dialled.
    record Dial(Attempt attempt, NumberRecord number, long contactVersion) {}

    /// Whether the attempt may go to the carrier, or what forbade it; nothing was written unless STARTED.
    enum Start {
        STARTED,
        /// The claim is out of date: somebody else has the contact.
        LOST,
        ON_DO_NOT_CALL,
        /// The number's record changed: another call to it started.
        NUMBER_CHANGED,
        CONTACT_CHANGED
    }
}
