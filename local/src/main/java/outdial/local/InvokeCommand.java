package outdial.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import outdial.local.aws.LocalCredentials;

/// Runs one function of the running local cloud on one event and prints the reply.
final class InvokeCommand implements Command {
    private final Path localFile;
    private final PrintStream out;

    InvokeCommand(Path localFile, PrintStream out) {
        this.localFile = localFile;
        this.out = out;
    }

    @Override
    public String usage() {
        return "FUNCTION EVENT_FILE    such as Dialer events/Dialer/one-call.json";
    }

    @Override
    public int run(List<String> arguments) throws UsageError, IOException, InterruptedException {
        if (arguments.size() != 2) {
            throw new UsageError("invoke needs a function and a file with an event");
        }
        Path event = Path.of(arguments.get(1));
        if (!Files.isReadable(event) || Files.isDirectory(event)) {
            throw new UsageError("there is no file " + event);
        }
        URI function = LocalFile.awsEndpoint(localFile)
                .resolve("/2015-03-31/functions/" + arguments.getFirst() + "/invocations");
        HttpRequest request = HttpRequest.newBuilder(function)
                .header("Authorization", LocalCredentials.unsigned("lambda"))
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(event)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            out.println(response.body());
            boolean failed =
                    response.headers().firstValue("X-Amz-Function-Error").isPresent() || response.statusCode() >= 300;
            return failed ? 1 : 0;
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + function.getAuthority() + ": start it with ./outdial up", e);
        }
    }
}
