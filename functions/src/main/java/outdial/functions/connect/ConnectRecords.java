package outdial.functions.connect;

import outdial.call.Attempt;
import outdial.call.Attempts;
import outdial.dialing.CallRecords;

/// What Amazon Connect has on record of calls whose events were lost.
public final class ConnectRecords implements CallRecords {
    private final Attempts attempts;
    private final Contacts contacts;

    public ConnectRecords(Attempts attempts, Contacts contacts) {
        this.attempts = attempts;
        this.contacts = contacts;
    }

    @Override
    public Finding of(Attempt attempt) {
        return attempts.callOf(attempt.contact(), attempt.id()).map(this::look).orElseGet(Finding.Nothing::new);
    }

    private Finding look(String contactId) {
        return switch (contacts.once(contactId)) {
            case Contacts.Look.Seen(ContactRecord contact) -> found(contactId, contact);
            case Contacts.Look.Unknown() -> new Finding.Nothing();
            case Contacts.Look.NotNow(String _) -> new Finding.NotNow();
        };
    }

    /// A call that is still on when even its lease is over is hung up; its end amends what is assumed now.
    private Finding found(String contactId, ContactRecord contact) {
        if (!contact.isOver()) contacts.stop(contactId);
        return contact.ended().<Finding>map(Finding.Over::new).orElseGet(Finding.Nothing::new);
    }
}
