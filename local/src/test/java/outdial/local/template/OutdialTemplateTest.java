package outdial.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutdialTemplateTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void the_template_of_the_project_is_understood_in_every_line() {
        Account account = Account.local(URI.create("http://localhost:4566"), URI.create("http://localhost:8080"));

        Blueprint blueprint = TemplateReader.read(
                        ROOT.resolve("template.yaml"), "outdial", Map.of("MailDomain", "mail.example.com"), account)
                .blueprint();

        assertThat(blueprint.tables()).extracting(Table::name).contains("outdial-Contacts", "outdial-Enrollments");
        assertThat(blueprint.queues()).extracting(Queue::name).contains("outdial-dial", "outdial-dial-dead");
        assertThat(blueprint.buckets()).extracting(Bucket::name).contains("outdial-imports-000000000000");
        assertThat(blueprint.receiptRules()).hasSize(1);
        assertThat(blueprint
                        .function("arn:aws:lambda:us-east-1:000000000000:function:outdial-Dialer:live")
                        .environment())
                .containsEntry("TABLE_PREFIX", "outdial");
        assertThat(blueprint.functionsOpenTo("voiceconnector.chime.amazonaws.com"))
                .isEqualTo(List.of("CallFlow"));
    }
}
