package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outdial.local.template.Account;
import outdial.local.template.Function;
import outdial.local.template.TemplateReader;
import outdial.local.template.Trigger;

/// README.md tells the truth about template.yaml and the tree.
final class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\| (.*) \\|$");
    private static final Pattern PACKAGE = Pattern.compile("`(outdial[.\\w]*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    /// What invokes the functions whose triggers are not among their own events.
    private static final Map<String, String> FROM_OUTSIDE =
            Map.of("InboundMail", "SES", "CallFlow", "Chime SDK", "Authorizer", "HTTP API authorizer");

    @Test
    void the_table_of_functions_is_that_of_the_template() throws IOException {
        List<MatchResult> rows = rows();
        List<Function> functions = functions();

        assertThat(rows.stream().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        functions.stream().map(Function::logicalId).toList());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).group(2)).as(rows.get(i).group(1)).contains(triggers(functions.get(i)));
        }
    }

    @Test
    void the_packages_of_the_table_are_there() throws IOException {
        for (MatchResult row : rows()) {
            List<String> packages = PACKAGE.matcher(row.group(3))
                    .results()
                    .map(found -> found.group(1))
                    .toList();

            assertThat(packages).as(row.group(1)).isNotEmpty();
            assertThat(packages).as(row.group(1)).allMatch(ReadmeTest::isThere);
        }
    }

    @Test
    void every_link_leads_to_a_file() throws IOException {
        List<String> links =
                LINK.matcher(readme()).results().map(link -> link.group(1)).toList();

        assertThat(links).contains("template.yaml", "docs/architecture.md");
        assertThat(links).allMatch(link -> Files.exists(ROOT.resolve(link)));
    }

    private static List<String> triggers(Function function) {
        List<String> words = new ArrayList<>();
        for (Trigger trigger : function.runs().triggers()) {
            words.add(
                    switch (trigger) {
                        case Trigger.Route route -> "`" + route.method() + " " + route.path() + "`";
                        case Trigger.Messages messages ->
                            "SQS `" + messages.queueArn().replaceFirst(".*:outdial-", "") + "`";
                        case Trigger.Changes changes ->
                            "stream of `" + changes.table().replaceFirst(".*outdial-", "") + "`";
                        case Trigger.Matching matching ->
                            "`" + matching.pattern().path("detail-type").path(0).asText() + "`";
                        case Trigger.Every every -> every.period().toMinutes() == 1 ? "each minute" : every.toString();
                    });
        }
        Stream.ofNullable(FROM_OUTSIDE.get(function.logicalId())).forEach(words::add);
        return words;
    }

    private static boolean isThere(String name) {
        return Stream.of("domain", "formats", "functions")
                .anyMatch(
                        module -> Files.isDirectory(ROOT.resolve(module + "/src/main/java/" + name.replace('.', '/'))));
    }

    private static List<Function> functions() {
        Account account = Account.local(URI.create("http://localhost:4566"), URI.create("http://localhost:8080"));
        // A function that is only there if asked for is told of too.
        Map<String, String> all = Map.of("CallDetailRecordsBucket", "call-records");
        return TemplateReader.read(ROOT.resolve("template.yaml"), "outdial", all, account)
                .blueprint()
                .functions();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(readme()).results().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
