package outdial.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far a function has come in each shard of a stream: kept in a file beside the data, or for this run only.
final class Checkpoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, String> sequenceNumbers = new TreeMap<>();

    Checkpoints(Optional<Path> file) throws IOException {
        this.file = file;
        if (file.isPresent() && Files.exists(file.get())) {
            JSON.readTree(file.get().toFile())
                    .properties()
                    .forEach(shard ->
                            sequenceNumbers.put(shard.getKey(), shard.getValue().asText()));
        }
    }

    Optional<String> of(String shard) {
        return Optional.ofNullable(sequenceNumbers.get(shard));
    }

    boolean none() {
        return sequenceNumbers.isEmpty();
    }

    void reached(String shard, String sequenceNumber) throws IOException {
        sequenceNumbers.put(shard, sequenceNumber);
        save();
    }

    void forget(String shard) throws IOException {
        sequenceNumbers.remove(shard);
        save();
    }

    private void save() throws IOException {
        if (file.isPresent()) {
            Files.createDirectories(file.get().getParent());
            JSON.writeValue(file.get().toFile(), sequenceNumbers);
        }
    }
}
