package outdial.local.telephony;

import java.util.List;
import java.util.Optional;
import outdial.local.lambda.Attachment;

/// A phone network to call people through, as the Amazon Chime SDK does: answers CreateSipMediaApplicationCall
/// and UpdateSipMediaApplicationCall on the AWS port and invokes the function that the template opens to the
/// Chime SDK with the events of each call. And as Amazon Connect does, where the template opens a function to
/// it: answers StartOutboundVoiceContact, DescribeContact and StopContact, runs the contact flow that lies
/// beside the template, and tells of each contact on the event bus. Nobody real is called.
///
/// Kept in a directory, it knows after a restart what was called before. Calls that were on when it stopped end
/// when it is attached again, and the function is told of every end it has not heard of.
public final class PhoneNetwork implements Attachment {
    private static final String PRINCIPAL = "voiceconnector.chime.amazonaws.com";
    private static final String CONNECT = "connect.amazonaws.com";
    private static final String CONTACT_FLOW = "infrastructure/connect-flow.json";

    private final NetworkSettings settings;
    private final People people;
    private final Threads threads;
    private final Ledger ledger;
    private final NetworkFaults faults = new NetworkFaults();
    private Optional<ChimeVoiceApi> api = Optional.empty();
    private Optional<ConnectVoiceApi> connect = Optional.empty();

    public PhoneNetwork(NetworkSettings settings, People people) {
        this(settings, people, Threads.real());
    }

    PhoneNetwork(NetworkSettings settings, People people, Threads threads) {
        this.settings = settings;
        this.people = people;
        this.threads = threads;
        this.ledger = settings.directory()
                .map(directory -> Ledger.keptIn(LedgerFile.in(directory)))
                .orElseGet(Ledger::inMemory);
    }

    /// @throws IllegalStateException the template opens no function, or several, to the Chime SDK
    @Override
    public void attach(Socket cloud) {
        List<String> functions = cloud.functionsOpenTo(PRINCIPAL);
        if (functions.size() != 1) {
            throw new IllegalStateException(
                    "one function must have a Lambda permission for " + PRINCIPAL + ", found " + functions);
        }
        Equipment equipment = equipment(cloud, functions.getFirst(), details(cloud));
        var switchboard = new Switchboard(
                cloud.parameter("SipMediaApplicationId"),
                settings.quotas().orElseGet(() -> quotas(cloud, "CarrierCallsPerSecond", "CarrierActiveCalls")),
                people,
                equipment);
        var opened = new ChimeVoiceApi(switchboard, faults, ledger);
        api = Optional.of(opened);
        cloud.route("chime", opened);
        switchboard.resume();
        cloud.functionsOpenTo(CONNECT).stream().findFirst().ifPresent(function -> attachConnect(cloud, function));
    }

    private void attachConnect(Socket cloud, String function) {
        String instanceId = cloud.parameter("ConnectInstanceId");
        var writer = new ContactJson(instanceId);
        var centre = new ContactCentre(
                new ContactCentre.Instance(
                        instanceId,
                        cloud.parameter("ConnectContactFlowId"),
                        FlowReader.read(cloud.beside(CONTACT_FLOW)),
                        settings.quotas()
                                .orElseGet(() -> quotas(cloud, "ConnectCallsPerSecond", "ConnectActiveCalls"))),
                people,
                equipment(cloud, function, CallDetails.none()),
                new ContactLine.Reporter(
                        writer,
                        detail -> cloud.publish(
                                "aws.connect",
                                "Amazon Connect Contact Event",
                                List.of(detail.path("instanceArn").asText()),
                                detail)));
        var opened = new ConnectVoiceApi(centre, writer, faults, ledger);
        connect = Optional.of(opened);
        cloud.route("connect", opened);
        centre.resume();
    }

    /// Kept where the deployment reads them.
    private static CallDetails details(Socket cloud) {
        String bucket = cloud.parameter("CallDetailRecordsBucket");
        return bucket.isEmpty() ? CallDetails.none() : new CallDetails(cloud.bucket(bucket));
    }

    private Equipment equipment(Socket cloud, String function, CallDetails details) {
        var other = new Equipment.Cloud(cloud.invoker(), function, cloud.clock(), details);
        return new Equipment(settings, ledger, faults, threads, other);
    }

    /// What was called, by the network's own account. Also after closing.
    public Ledger ledger() {
        return ledger;
    }

    public NetworkFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        api.ifPresent(ChimeVoiceApi::close);
        connect.ifPresent(ConnectVoiceApi::close);
        threads.close();
        ledger.close();
    }

    private static Quotas quotas(Socket cloud, String callsPerSecond, String activeCalls) {
        return new Quotas(
                Integer.parseInt(cloud.parameter(callsPerSecond)), Integer.parseInt(cloud.parameter(activeCalls)));
    }
}
