package outdial.functions.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvWriter;
import outdial.functions.api.ImportEndpoints.ImportJson;
import outdial.imports.Columns;
import outdial.imports.Fate;
import outdial.imports.Preview;
import outdial.imports.Warning;
import outdial.phone.PhoneNumber;

/// How lists are understood: a template to fill in, a guess at the columns of a sample, and a preview of a list
/// that came.
final class ColumnEndpoints {
    private static final String SAMPLE = "sample";
    private static final String CAMPAIGN = "campaignId";
    private static final int LONGEST_SAMPLE = 64 * 1024;
    private static final int LONGEST_ID = 100;

    /// Numbers that the numbering plan keeps for fiction, and that validate.
    private static final List<List<String>> TEMPLATE = List.of(
            List.of(
                    "phone",
                    "first_name",
                    "last_name",
                    "email",
                    "company",
                    "state",
                    "country",
                    "time_zone",
                    "score",
                    "segment",
                    "source",
                    "flags"),
            List.of(
                    "+12025550134",
                    "Ada",
                    "Lovelace",
                    "ada@example.com",
                    "Analytical Engines",
                    "DC",
                    "US",
                    "",
                    "90",
                    "gold",
                    "spring fair",
                    "vip;newsletter"),
            List.of("(303) 555-0123", "Grace", "Hopper", "", "", "CO", "US", "America/Denver", "", "", "", ""));

    private final CampaignLookup lookup;
    private final Ports.Doors doors;
    private final ImportEndpoints imports;

    ColumnEndpoints(CampaignLookup lookup, Ports.Doors doors, ImportEndpoints imports) {
        this.lookup = lookup;
        this.doors = doors;
        this.imports = imports;
    }

    record ColumnJson(String name, String meaning, List<String> samples) {
        static ColumnJson of(Preview.Column column) {
            return new ColumnJson(column.name(), column.meaning(), column.samples());
        }
    }

    record GuessJson(String delimiter, List<ColumnJson> columns) {}

    record PreviewJson(@JsonProperty("import") ImportJson one, List<ColumnJson> columns, List<RowJson> rows) {}

    /// `contact` or `entry` is there where the row can be stored, `problem` where it cannot.
    record RowJson(
            long row,
            Optional<Map<String, Object>> contact,
            Optional<Map<String, String>> variables,
            Optional<NumberJson> entry,
            List<Warning> warnings,
            Optional<String> problem) {
        static RowJson of(Preview.First first) {
            return switch (first) {
                case Preview.First.Person person ->
                    new RowJson(
                            person.line(),
                            Optional.of(contact(person.profile())),
                            Optional.of(person.variables()),
                            Optional.empty(),
                            person.warnings(),
                            Optional.empty());
                case Preview.First.Entry(long line, DoNotCallEntry entry) ->
                    new RowJson(
                            line,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(NumberJson.of(entry)),
                            List.of(),
                            Optional.empty());
                case Preview.First.Refused(long line, Fate why) ->
                    new RowJson(
                            line,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(why.message()));
            };
        }

        private static Map<String, Object> contact(Profile profile) {
            Map<String, Object> fields = new LinkedHashMap<>();
            profile.phone().map(PhoneNumber::e164).ifPresent(phone -> fields.put("phone", phone));
            profile.email().map(EmailAddress::address).ifPresent(email -> fields.put("email", email));
            put(fields, "first_name", profile.name().first());
            put(fields, "last_name", profile.name().last());
            put(fields, "full_name", profile.name().full());
            put(fields, "company", profile.company());
            put(fields, "state", profile.place().state());
            put(fields, "country", profile.place().country());
            put(fields, "time_zone", profile.place().timeZone());
            profile.score().ifPresent(score -> fields.put("score", score));
            put(fields, "segment", profile.segment());
            put(fields, "source", profile.source());
            if (!profile.flags().isEmpty())
                fields.put("flags", profile.flags().stream().sorted().toList());
            if (!profile.fields().isEmpty()) fields.put("custom", new TreeMap<>(profile.fields()));
            return fields;
        }

        private static void put(Map<String, Object> fields, String name, String value) {
            if (!value.isEmpty()) fields.put(name, value);
        }
    }

    /// An entry of the do-not-call list that is not there yet.
    record NumberJson(String phone, List<Channel> channels, String reason) {
        static NumberJson of(DoNotCallEntry entry) {
            return new NumberJson(
                    entry.phone().e164(), entry.channels().stream().sorted().toList(), entry.reason());
        }
    }

    /// A list to fill in; its numbers are nobody's.
    Answer template(Request request) {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text);
        TEMPLATE.forEach(writer::row);
        return Answer.file("text/csv; charset=utf-8", "contacts.csv", text.toString());
    }

    /// What the columns of a list would be taken for, from its beginning.
    Answer guess(Request request) {
        Fields body = request.body(SAMPLE, CAMPAIGN, OptionsReader.COLUMNS, OptionsReader.OTHERS);
        String sample = body.text(SAMPLE, LONGEST_SAMPLE);
        Columns said = OptionsReader.columns(body)
                .or(() -> body.optionalText(CAMPAIGN, LONGEST_ID)
                        .map(id -> lookup.find(new CampaignRef(request.workspace(), new CampaignId(id))))
                        .flatMap(campaign -> doors.mappings().find(campaign.ref())))
                .orElse(Columns.BY_NAME);
        return switch (CsvHead.read(sample.getBytes(UTF_8), UTF_8)) {
            case CsvHead.Found found ->
                Answer.ok(new GuessJson(
                        String.valueOf(found.dialect().delimiter()),
                        Preview.columns(found.header(), found.samples(), said).stream()
                                .map(ColumnJson::of)
                                .toList()));
            case CsvHead.Headless _ ->
                throw body.refused(SAMPLE, "must begin with names of columns, such as phone,first_name");
            case CsvHead.Refused(var reason) ->
                throw body.refused(
                        SAMPLE, "cannot be read as a list (" + reason + "); send the text of its first lines");
        };
    }

    Answer preview(Request request) {
        var one = imports.find(request);
        return doors.previewer()
                .of(one)
                .map(preview -> Answer.ok(new PreviewJson(
                        ImportJson.of(preview.one()),
                        preview.columns().stream().map(ColumnJson::of).toList(),
                        preview.rows().stream().map(RowJson::of).toList())))
                .orElseThrow(() -> Refusal.of(
                        ProblemType.ACTION_NOT_ALLOWED,
                        "The import is " + one.status() + "; there is no list of it that could be shown."));
    }
}
