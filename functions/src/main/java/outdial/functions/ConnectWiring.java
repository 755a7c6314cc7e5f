package outdial.functions;

import java.time.Duration;
import java.util.Optional;
import outdial.call.Attempts;
import outdial.dialing.CallRecords;
import outdial.functions.connect.ConnectCarrier;
import outdial.functions.connect.ConnectInstance;
import outdial.functions.connect.ConnectRecords;
import outdial.functions.connect.ContactEvents;
import outdial.functions.connect.Contacts;
import outdial.functions.sqs.SqsReports;

/// Puts together what speaks to Amazon Connect. Without an instance nobody is called by it, and its calls have no
/// records.
record ConnectWiring(Environment environment, Clients clients, Attempts attempts) {
    /// The traffic that AWS allows only on request, and detects answering machines in.
    private static final String CAMPAIGN = "CAMPAIGN";

    ConnectCarrier carrier(Duration ringing) {
        Optional<ConnectInstance> instance = environment
                .optional("CONNECT_INSTANCE_ID")
                .flatMap(id -> environment
                        .optional("CONNECT_CONTACT_FLOW_ID")
                        .map(flow -> new ConnectInstance(
                                id,
                                flow,
                                environment.required("CONNECT_TRAFFIC_TYPE").equals(CAMPAIGN))));
        return new ConnectCarrier(clients.connect(), instance, attempts, ringing);
    }

    CallRecords records() {
        return contacts()
                .<CallRecords>map(contacts -> new ConnectRecords(attempts, contacts))
                .orElse(CallRecords.NONE);
    }

    Optional<ContactEvents> events() {
        SqsReports reports = new SqsReports(clients.sqs(), environment.required("CALL_EVENTS_QUEUE"));
        return contacts().map(contacts -> new ContactEvents(contacts, reports::send));
    }

    private Optional<Contacts> contacts() {
        return environment
                .optional("CONNECT_INSTANCE_ID")
                .map(instance ->
                        new Contacts(clients.connect(), instance, new Sleep(environment.clock()), environment.clock()));
    }
}
