package outdial.local;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import outdial.functions.Environment;
import outdial.local.telephony.Mix;
import outdial.local.telephony.NetworkSettings;
import outdial.local.telephony.People;
import outdial.local.telephony.PhoneNetwork;
import outdial.workspace.WorkspaceId;

/// The local cloud as this project uses it: its own template, with what an operator would set by hand, and a phone
/// network.
public final class Outdial {
    /// What an operator gives when deploying, here with values that belong to nobody.
    public static final Map<String, String> PARAMETERS = Map.of(
            "MailDomain", "mail.outdial.localhost",
            "SipMediaApplicationId", "local",
            "ConnectInstanceId", "local",
            "ConnectContactFlowId", "local",
            "WebhookTargets", "ANY");

    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final String WORKSPACE = "local";
    private static final long SEED = 1;

    private Outdial() {}

    /// Options for the template in the working directory, with people who answer as people do.
    public static Options options(Optional<Path> data) {
        NetworkSettings phone = NetworkSettings.usual();
        Options options = Options.of(TEMPLATE).with(PARAMETERS);
        if (data.isEmpty()) {
            return options.attaching(new PhoneNetwork(phone, People.mixed(SEED, Mix.usual())));
        }
        PhoneNetwork kept =
                new PhoneNetwork(phone.keptIn(data.get().resolve("phone")), People.mixed(SEED, Mix.usual()));
        return options.keptIn(data.get()).attaching(kept);
    }

    /// Opens the workspace `local` and issues a key to it, each time a new one.
    public static Bootstrap bootstrap() {
        return cloud -> {
            Environment environment = new Environment(cloud.environmentOf("Api"), cloud.clock());
            String key = new outdial.functions.Bootstrap(environment)
                    .open(new WorkspaceId(WORKSPACE), "Local", "US", ZoneId.of("America/New_York"));
            return new Bootstrap.Access(WORKSPACE, key);
        };
    }
}
