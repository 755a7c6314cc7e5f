package outdial.local.telephony;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// An Amazon Connect instance: starts contacts within the quotas, and knows them afterwards.
final class ContactCentre {
    /// AWS remembers a client token for seven days (API reference); here it is for as long as the network runs. What
    /// becomes of the token of a contact that is over is not documented: here the worst, another call.
    private final Map<String, String> contactsByToken = new ConcurrentHashMap<>();

    private final Map<String, ContactLine> lines = new ConcurrentHashMap<>();
    private final Instance instance;
    private final People people;
    private final Equipment equipment;
    private final ContactLine.Reporter reporter;
    private final Rate starts;
    private final Rate looks;
    private boolean closed;

    /// What an operator made by hand, and what AWS granted.
    record Instance(String id, String flowId, Flow flow, Quotas quotas) {}

    ContactCentre(Instance instance, People people, Equipment equipment, ContactLine.Reporter reporter) {
        this.instance = instance;
        this.people = people;
        this.equipment = equipment;
        this.reporter = reporter;
        this.starts = new Rate(instance.quotas().callsPerSecond(), equipment.now());
        // Two operations with a rate of their own each, which start alike.
        this.looks = new Rate(instance.quotas().callsPerSecond(), equipment.now());
    }

    /// What a request came to.
    sealed interface Result {
        record Started(String contactId) implements Result {}

        record Found(Page page) implements Result {}

        record Stopped() implements Result {}

        record Refused(ConnectError error, String message) implements Result {}
    }

    Result start(ContactRequest request) {
        ContactLine line;
        String id;
        synchronized (this) {
            Optional<Result> refusal = refusal(request);
            if (refusal.isPresent()) return refusal.get();
            Optional<String> running = request.token()
                    .flatMap(token -> Optional.ofNullable(contactsByToken.get(token)))
                    .filter(this::isOn);
            if (running.isPresent()) return new Result.Started(running.get());
            id = UUID.randomUUID().toString();
            Person person = person(request.call().to());
            Ticket ticket = new Ticket(id, id, request.call(), equipment.now());
            equipment
                    .ledger()
                    .write(new Entry(ticket.placedAt(), id, new Note.Placed(id, request.call(), person.persona())));
            request.token().ifPresent(token -> contactsByToken.put(token, id));
            line = line(ticket, person, request.ringing());
        }
        line.start();
        return new Result.Started(id);
    }

    private Optional<Result> refusal(ContactRequest request) {
        if (closed) return refused(ConnectError.INTERNAL, "the phone network has stopped");
        if (!starts.take(equipment.now())) return refused(ConnectError.TOO_MANY_REQUESTS, "Too Many Requests");
        if (!request.instanceId().equals(instance.id()) || !request.flowId().equals(instance.flowId()))
            return refused(ConnectError.RESOURCE_NOT_FOUND, "there is no such instance or flow");
        if (equipment.ledger().active(ContactRequest::isOne)
                >= instance.quotas().activeCalls())
            return refused(ConnectError.LIMIT_EXCEEDED, "Concurrent active calls limit reached");
        return Optional.empty();
    }

    private static Optional<Result> refused(ConnectError error, String message) {
        return Optional.of(new Result.Refused(error, message));
    }

    synchronized Result describe(String instanceId, String contactId) {
        if (!looks.take(equipment.now()))
            return new Result.Refused(ConnectError.TOO_MANY_REQUESTS, "Too Many Requests");
        return page(instanceId, contactId)
                .<Result>map(Result.Found::new)
                .orElseGet(() -> new Result.Refused(ConnectError.RESOURCE_NOT_FOUND, "there is no such contact"));
    }

    Result stop(String instanceId, String contactId) {
        Optional<Page> page = page(instanceId, contactId);
        if (page.isEmpty()) return new Result.Refused(ConnectError.CONTACT_NOT_FOUND, "there is no such contact");
        Optional.ofNullable(lines.get(contactId)).ifPresent(line -> line.end(code(page.get())));
        return new Result.Stopped();
    }

    private Optional<Page> page(String instanceId, String contactId) {
        return equipment
                .ledger()
                .page(contactId)
                .filter(page -> instanceId.equals(instance.id()))
                .filter(page -> ContactRequest.isOne(page.call().request()));
    }

    /// Ends the calls that were on when the network stopped, and tells of every end that was not told.
    void resume() {
        for (Page page : equipment.ledger().unreported()) {
            if (!ContactRequest.isOne(page.call().request())) continue;
            ContactLine line = line(page.ticket(), people.person(page.call().to(), 0), Duration.ZERO);
            if (page.call().ending().isPresent()) {
                line.reportEnd();
            } else {
                line.end(code(page));
            }
        }
    }

    /// Starts no more contacts.
    synchronized void close() {
        closed = true;
    }

    private static int code(Page page) {
        return page.call().answeredAt().isPresent() ? CallMachine.NORMAL_CLEARING : CallMachine.UNAVAILABLE;
    }

    private boolean isOn(String contactId) {
        return equipment
                .ledger()
                .page(contactId)
                .filter(page -> page.call().ending().isEmpty())
                .isPresent();
    }

    private Person person(String number) {
        Ledger ledger = equipment.ledger();
        Person person = people.person(number, ledger.countTo(number));
        return ledger.isTalking(number) ? person.being(Personas.BUSY) : person;
    }

    private ContactLine line(Ticket ticket, Person person, Duration longestRinging) {
        String id = ticket.transactionId();
        var line = new ContactLine(
                equipment, instance.flow(), new ContactLine.Ringing(ticket, person, longestRinging), reporter);
        lines.put(id, line);
        return line;
    }
}
