package outdial.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import outdial.local.aws.LocalCredentials;

/// Starts the local cloud and keeps it running until Ctrl-C.
final class UpCommand implements Command {
    private static final Set<String> FLAGS = Set.of("--data", "--now", "--aws-port", "--http-port", "--smtp-port");

    private final Path localFile;
    private final PrintStream out;

    UpCommand(Path localFile, PrintStream out) {
        this.localFile = localFile;
        this.out = out;
    }

    @Override
    public String usage() {
        return "[--data DIR] [--now TIME] [--aws-port 4566] [--http-port 8080] [--smtp-port 2525]    port 0 takes a"
                + " free one";
    }

    @Override
    public int run(List<String> arguments) throws UsageError, IOException, InterruptedException {
        Flags flags = Flags.of(arguments, FLAGS);
        Optional<Path> data = flags.path("--data");
        Options.Ports ports = new Options.Ports(
                flags.port("--aws-port", Options.Ports.USUAL.aws()),
                flags.port("--http-port", Options.Ports.USUAL.http()),
                flags.port("--smtp-port", Options.Ports.USUAL.smtp()));
        Options usual = Outdial.options(data).on(ports);
        LocalCloud cloud = LocalCloud.start(flags.now().map(usual::at).orElse(usual));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cloud.stop();
            stopped.countDown();
        }));
        LocalFile file = LocalFile.of(cloud, Outdial.bootstrap().open(cloud));
        file.write(localFile);
        print(file, cloud);
        stopped.await();
        return 0;
    }

    private void print(LocalFile file, LocalCloud cloud) {
        out.println("""
            Outdial runs on this machine.

              API       %s/v1    Authorization: Bearer %s
              AWS       aws --endpoint-url %s s3 ls
                        with AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=us-east-1
              Mail      %s takes mail; what is sent lies in %s
              Time      %s%s
              Details   %s

            Ctrl-C stops it.\
            """.formatted(
                        file.apiUrl(),
                        file.apiKey(),
                        file.awsEndpoint(),
                        LocalCredentials.ACCESS_KEY_ID,
                        LocalCredentials.SECRET_ACCESS_KEY,
                        file.smtp(),
                        cloud.outbox(),
                        cloud.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                        file.clockAheadSeconds() == 0 ? "" : ", not that of this machine, and goes on from there",
                        localFile));
    }
}
