package outdial.local;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// LocalStack in a container, in place of the emulators in this JVM, for tests that are started with
/// `-Plocalstack`. S3, mail and the phone network stay ours: LocalStack would not tell our functions about objects.
public final class LocalStack {
    /// Why a test is disabled that needs it.
    public static final String NO_DOCKER = "-Plocalstack runs this test on LocalStack, and no Docker answers here";

    /// The last image that runs without an account, as far as we know; `-Doutdial.localstack.image=...` names another.
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final boolean ASKED = System.getProperty("outdial.cloud", "").equals("localstack");

    private LocalStack() {}

    /// For `@EnabledIf`: false where LocalStack was asked for and no Docker can run it.
    public static boolean usable() {
        return !ASKED || DockerClientFactory.instance().isDockerAvailable();
    }

    /// Where a new one answers; empty where nobody asked for it.
    public static Optional<URI> endpoint() {
        return ASKED ? Optional.of(start()) : Optional.empty();
    }

    /// The options with tables and queues in a new one, where it was asked for.
    public static Options keeping(Options options) {
        return endpoint().map(options::storedAt).orElse(options);
    }

    /// Testcontainers removes it when this JVM ends.
    @SuppressWarnings("resource")
    private static URI start() {
        var image = DockerImageName.parse(System.getProperty("outdial.localstack.image", IMAGE))
                .asCompatibleSubstituteFor("localstack/localstack");
        LocalStackContainer container = new LocalStackContainer(image).withServices("dynamodb", "sqs");
        container.start();
        return container.getEndpoint();
    }
}
