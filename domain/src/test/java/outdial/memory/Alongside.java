package outdial.memory;

import outdial.call.Attempt;
import outdial.contact.Contact;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.Enrollments.Start;
import outdial.enrollment.NumberRecord;

/// What changes along with enrollments, or decides about them.
record Alongside(
        MemorySlots slots,
        MemoryCampaigns campaignBook,
        MemoryContacts contacts,
        MemoryDoNotCall doNotCall,
        MemoryNumbers numbers,
        MemoryAttempts attempts) {

    /// What stands in the way of the attempt, but for the enrollment itself.
    Start start(Dial dial) {
        Attempt attempt = dial.attempt();
        NumberRecord number = dial.number();
        if (attempts.find(attempt.contact(), attempt.id()).isPresent()) return Start.LOST;
        if (doNotCall.forbids(attempt.campaign().workspace(), attempt.route().to())) return Start.ON_DO_NOT_CALL;
        if (contacts.find(attempt.campaign().workspace(), attempt.contact())
                .map(Contact::version)
                .filter(version -> version == dial.contactVersion())
                .isEmpty()) return Start.CONTACT_CHANGED;
        return numbers.find(number.workspace(), number.phone()).version() == number.version() - 1
                ? Start.STARTED
                : Start.NUMBER_CHANGED;
    }

    boolean isOpen(Attempt attempt) {
        return attempts.find(attempt.contact(), attempt.id())
                .filter(stored -> stored.closing().isEmpty())
                .isPresent();
    }
}
