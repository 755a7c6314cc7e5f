package outdial.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Campaigns in a file: an array of what `POST /v1/campaigns` takes or `GET /v1/campaigns` shows. A campaign's name is
/// its id here, and stands in the ledger.
final class CampaignsFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// What the API shows and does not take.
    private static final List<String> SHOWN_ONLY = List.of("id", "status", "createdAt", "version");

    private CampaignsFile() {}

    /// @throws Misused the file cannot be read, or is no array of objects
    static List<JsonNode> read(Path file) {
        JsonNode array = parsed(file);
        JsonNode list = array.has("items") ? array.get("items") : array;
        if (!list.isArray() || list.isEmpty()) throw new Misused(file + " must be a JSON array of campaigns.");
        List<JsonNode> campaigns = new ArrayList<>();
        for (JsonNode campaign : list) {
            if (!(campaign.deepCopy() instanceof ObjectNode object))
                throw new Misused(file + " must be an array of objects.");
            campaigns.add(object.remove(SHOWN_ONLY));
        }
        return campaigns;
    }

    static void write(Path file, List<JsonNode> campaigns) {
        try {
            Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(campaigns));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static JsonNode parsed(Path file) {
        try {
            return MAPPER.readTree(new String(ContactsFile.bytes(file), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new Misused(file + " is not JSON: " + e.getOriginalMessage() + ".");
        }
    }
}
