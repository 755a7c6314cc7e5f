package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import outdial.agent.Agents;
import outdial.campaign.Settings;
import outdial.functions.json.Json;
import outdial.imports.Phones;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Reads the settings of campaigns outside of a request, in the JSON and by the rules of `POST /v1/campaigns` and
/// `PATCH /v1/campaigns/{campaignId}`.
public final class CampaignSettings {
    private final SettingsReader reader;

    public CampaignSettings(Workspaces workspaces, Agents agents, Phones phones) {
        this.reader = new SettingsReader(workspaces, agents, new PhoneFields(phones, workspaces));
    }

    /// @throws IllegalArgumentException what is wrong, as the API would say it
    public Settings create(WorkspaceId workspace, JsonNode body) {
        return read(body, fields -> reader.create(workspace, fields));
    }

    /// `now` with the changes that the body asks for.
    ///
    /// @throws IllegalArgumentException what is wrong, as the API would say it
    public Settings change(WorkspaceId workspace, JsonNode body, Settings now) {
        return read(body, fields -> reader.change(workspace, fields, now));
    }

    private static Settings read(JsonNode body, Function<Fields, Settings> settings) {
        try {
            return settings.apply(Fields.of(body, "", SettingsReader.FIELDS));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(detail(refusal), refusal);
        }
    }

    private static String detail(Refusal refusal) {
        return refusal.answer()
                .body()
                .map(body -> body instanceof Problem problem ? problem.detail() : Json.write(body))
                .orElse("the settings are refused");
    }
}
