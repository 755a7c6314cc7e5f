package outdial.functions.api;

import java.util.Map;
import java.util.TreeMap;
import outdial.campaign.Campaign;
import outdial.campaign.Campaigns;
import outdial.imports.Columns;
import outdial.imports.Mappings;

/// What the columns of a campaign's lists mean, by whatever door they come.
final class MappingEndpoints {
    private final CampaignLookup lookup;
    private final Mappings mappings;

    MappingEndpoints(Campaigns campaigns, Mappings mappings) {
        this.lookup = new CampaignLookup(campaigns);
        this.mappings = mappings;
    }

    record MappingJson(Map<String, String> columns, Columns.Others otherColumns) {
        static MappingJson of(Columns columns) {
            Map<String, String> meanings = new TreeMap<>();
            columns.meanings().forEach((name, meaning) -> meanings.put(name, meaning.text()));
            return new MappingJson(meanings, columns.others());
        }
    }

    Answer put(Request request) {
        Campaign campaign = lookup.find(request);
        Fields body = request.body(OptionsReader.COLUMNS, OptionsReader.OTHERS);
        Columns columns = OptionsReader.columns(body).orElseThrow(() -> body.missing(OptionsReader.COLUMNS));
        mappings.save(campaign.ref(), columns);
        return Answer.ok(MappingJson.of(columns));
    }

    Answer read(Request request) {
        return mappings.find(lookup.find(request).ref())
                .map(columns -> Answer.ok(MappingJson.of(columns)))
                .orElseThrow(
                        () -> Refusal.notFound(
                                "This campaign has no mapping: its lists are read by the names of their columns. PUT one here."));
    }

    Answer delete(Request request) {
        boolean _ = mappings.forget(lookup.find(request).ref());
        return Answer.nothing();
    }
}
