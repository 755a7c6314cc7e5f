package outdial.local.telephony;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Takes calls within the quotas and connects each to its person.
final class Switchboard {
    private final String applicationId;
    private final Quotas quotas;
    private final People people;
    private final Equipment equipment;
    private final Rate calls;
    private final Rate updates;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private boolean closed;

    Switchboard(String applicationId, Quotas quotas, People people, Equipment equipment) {
        this.applicationId = applicationId;
        this.quotas = quotas;
        this.people = people;
        this.equipment = equipment;
        this.calls = new Rate(quotas.callsPerSecond(), equipment.now());
        this.updates = new Rate(quotas.updatesPerSecond(), equipment.now());
    }

    Answer place(CallRequest request) {
        Call call;
        // One at a time: the quota is checked and used up, and the earlier calls counted, in one go.
        synchronized (this) {
            if (closed) {
                return new Answer.Refused(ApiError.SERVICE_UNAVAILABLE, "the phone network has stopped");
            }
            if (!calls.take(equipment.now())) {
                return new Answer.Refused(ApiError.THROTTLED, "Rate exceeded");
            }
            if (!request.applicationId().equals(applicationId)) {
                return new Answer.Refused(ApiError.NOT_FOUND, "SIP media application not found");
            }
            if (equipment.ledger().active(other -> !ContactRequest.isOne(other)) >= quotas.activeCalls()) {
                return new Answer.Refused(
                        ApiError.RESOURCE_LIMIT_EXCEEDED, "Active call limit of " + quotas.activeCalls() + " reached");
            }
            call = write(request);
        }
        connect(call).signal(new Signal.Placed());
        return new Answer.Accepted(201, call.ticket().transactionId());
    }

    Answer update(String application, String transactionId, Map<String, String> arguments) {
        synchronized (this) {
            if (!updates.take(equipment.now())) {
                return new Answer.Refused(ApiError.THROTTLED, "Rate exceeded");
            }
        }
        Line line = lines.get(transactionId);
        if (line == null || line.over() || !line.serves(application)) {
            return new Answer.Refused(ApiError.NOT_FOUND, "Call not found");
        }
        line.signal(new Signal.UpdateRequested(arguments));
        return new Answer.Accepted(202, transactionId);
    }

    /// Ends the calls that were on when the network stopped, and tells the function of every end it has not heard of.
    void resume() {
        for (Page page : equipment.ledger().unreported()) {
            if (ContactRequest.isOne(page.call().request())) continue;
            connect(page.resumed(people.person(page.call().to(), 0))).signal(new Signal.CutOff());
        }
    }

    /// Takes no more calls.
    synchronized void close() {
        closed = true;
    }

    private Call write(CallRequest request) {
        Ledger ledger = equipment.ledger();
        Person person = people.person(request.to(), ledger.countTo(request.to()));
        if (ledger.isTalking(request.to())) {
            person = person.being(Personas.BUSY);
        }
        var ticket = new Ticket(UUID.randomUUID().toString(), UUID.randomUUID().toString(), request, equipment.now());
        ledger.write(new Entry(
                ticket.placedAt(),
                ticket.transactionId(),
                new Note.Placed(ticket.callId(), request, person.persona())));
        return Call.placed(ticket, person);
    }

    private Line connect(Call call) {
        String transactionId = call.ticket().transactionId();
        var line = new Line(call, equipment, () -> lines.remove(transactionId));
        lines.put(transactionId, line);
        return line;
    }
}
