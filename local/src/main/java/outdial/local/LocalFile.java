package outdial.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// `.outdial/local.json`: where the running local cloud answers, for scripts and for `./outdial invoke`.
///
/// @param clockAheadSeconds so far its time is ahead of the machine's; negative: behind
record LocalFile(
        String awsEndpoint, String apiUrl, String smtp, String workspaceId, String apiKey, long clockAheadSeconds) {
    static final Path PATH = Path.of(".outdial", "local.json");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static LocalFile of(LocalCloud cloud, Bootstrap.Access access) {
        return new LocalFile(
                cloud.awsEndpoint().toString(),
                cloud.apiUrl().toString(),
                cloud.smtp(),
                access.workspaceId(),
                access.apiKey(),
                cloud.clockAhead().toSeconds());
    }

    void write(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        JSON.writeValue(path.toFile(), this);
    }

    /// The AWS endpoint that the file names.
    static URI awsEndpoint(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no " + path + ": start the local cloud first, with ./outdial up");
        }
        JsonNode file = JSON.readTree(path.toFile());
        return URI.create(file.path("awsEndpoint").asText());
    }
}
