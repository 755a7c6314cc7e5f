package outdial.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import outdial.functions.Bootstrap;
import outdial.functions.Environment;
import outdial.local.LocalCloud;
import outdial.local.Options;
import outdial.local.telephony.Ledger;
import outdial.local.telephony.Mix;
import outdial.local.telephony.NetworkSettings;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;
import outdial.local.telephony.PhoneNetwork;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Everything that is there before anybody does anything: the local cloud, a phone network with people in a hurry, and
/// a workspace with a key.
final class Stage implements AutoCloseable {
    static final String WORKSPACE = "demo";

    /// Half a minute of call takes half a second.
    private static final double TIME_SCALE = 1.0 / 60;

    /// The tick of a minute comes each second.
    private static final int SCHEDULE_SPEED = 60;

    /// Above what the campaign allows itself, so that its own limit is the one that holds.
    private static final Map<String, String> DEPLOYMENT = Map.of(
            "SipMediaApplicationId", "d3305d3d-0000-4000-8000-000000000000",
            "CarrierCallsPerSecond", "100",
            "CarrierActiveCalls", "100");

    private final LocalCloud cloud;
    private final PhoneNetwork network;
    private final Api api;

    private Stage(LocalCloud cloud, PhoneNetwork network, Api api) {
        this.cloud = cloud;
        this.network = network;
        this.api = api;
    }

    /// @param root where template.yaml is
    static Stage set(Path root, DemoOptions options, Instant now) throws IOException {
        var network = new PhoneNetwork(
                NetworkSettings.usual().withTimeScale(TIME_SCALE), People.mixed(options.seed(), mix()));
        Options usual = Options.of(root.resolve("template.yaml"))
                .on(options.ports())
                .with(DEPLOYMENT)
                .scheduledFaster(SCHEDULE_SPEED)
                .attaching(network);
        LocalCloud cloud = LocalCloud.start(usual.at(now));
        var bootstrap = new Bootstrap(new Environment(cloud.environmentOf("Api"), cloud.clock()));
        String key = bootstrap.open(new WorkspaceId(WORKSPACE), "Demo", "US", ZoneId.of("America/New_York"));
        return new Stage(cloud, network, new Api(cloud.apiUrl(), key));
    }

    /// Nobody whose network fails before the phone rings: Outdial would wait half a minute before trying again.
    private static Mix mix() {
        return new Mix(List.of(
                new Mix.Share(Personas.LISTENS, 40),
                new Mix.Share(Personas.INTERESTED, 14),
                new Mix.Share(Personas.OPTS_OUT, 4),
                new Mix.Share(Personas.HANGS_UP, 3),
                new Mix.Share(Personas.VOICEMAIL, 8),
                new Mix.Share(Personas.BUSY, 11),
                new Mix.Share(Personas.NO_ANSWER, 16),
                new Mix.Share(Personas.INVALID, 2),
                new Mix.Share(Personas.REJECTED, 2)));
    }

    Api api() {
        return api;
    }

    String apiUrl() {
        return cloud.apiUrl() + "/v1";
    }

    String awsEndpoint() {
        return cloud.awsEndpoint().toString();
    }

    /// The time that everybody on the stage goes by.
    Clock clock() {
        return cloud.clock();
    }

    Ledger ledger() {
        return network.ledger();
    }

    /// Puts a file into the imports bucket as `aws s3 cp` does; answers where it is.
    String drop(Path file, String campaign) {
        String bucket = cloud.environmentOf("ImportPlanner").getOrDefault("IMPORTS_BUCKET", "");
        String key = "imports/%s/%s/%s".formatted(WORKSPACE, campaign, file.getFileName());
        try (S3Client s3 = cloud.clients().s3()) {
            s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file));
        }
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public void close() {
        api.close();
        cloud.stop();
    }
}
