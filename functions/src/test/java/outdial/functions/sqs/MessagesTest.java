package outdial.functions.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import outdial.call.AttemptId;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.functions.json.Json;
import outdial.workspace.WorkspaceId;

final class MessagesTest {
    private static final CampaignRef CAMPAIGN = new CampaignRef(new WorkspaceId("clinic"), new CampaignId("spring"));

    @Test
    void a_report_arrives_as_it_was_sent() {
        Ended answered = new Ended(
                new AttemptId("a-1"),
                CAMPAIGN,
                new ContactId("jane"),
                "transaction-1",
                OptionalInt.of(0),
                Optional.of(Instant.parse("2026-11-21T15:04:31Z")),
                Instant.parse("2026-11-21T15:05:12Z"),
                Optional.of(Outcome.INTERESTED));
        Ended unanswered = new Ended(
                new AttemptId("a-2"),
                CAMPAIGN,
                new ContactId("bob"),
                "transaction-2",
                OptionalInt.empty(),
                Optional.empty(),
                Instant.parse("2026-11-21T15:05:12Z"),
                Optional.empty());

        assertThat(arrived(answered)).isEqualTo(answered);
        assertThat(arrived(unanswered)).isEqualTo(unanswered);
    }

    private static Ended arrived(Ended sent) {
        return Json.read(Json.write(EndedMessage.of(sent)), EndedMessage.class).ended();
    }

    @Test
    void a_mail_may_answer_none() {
        MailMessage mail = new MailMessage("m-1", "ann@example.com", "Hi", "Hello.", Optional.empty());

        assertThat(Json.read(Json.write(mail), MailMessage.class)).isEqualTo(mail);
        assertThat(Json.read(
                        "{\"id\":\"m-1\",\"to\":\"ann@example.com\",\"subject\":\"Hi\",\"text\":\"Hello.\"}",
                        MailMessage.class))
                .isEqualTo(mail);
    }

    @Test
    void a_message_that_lacks_a_field_is_refused_with_its_name() {
        assertThatThrownBy(() -> Json.read("{\"campaign\":\"spring\"}", DialMessage.class))
                .isInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessage("message without campaignId");
        assertThatThrownBy(() -> Json.read("{\"workspaceId\":\"clinic\"}", CampaignMessage.class))
                .rootCause()
                .hasMessage("message without campaignId");
        assertThatThrownBy(() -> Json.read("{\"workspaceId\":\"clinic\"}", ChunkMessage.class))
                .rootCause()
                .hasMessage("message without importId");
        assertThatThrownBy(() -> Json.read("{\"id\":\"m-1\"}", MailMessage.class))
                .rootCause()
                .hasMessage("message without to");
        assertThatThrownBy(() -> Json.read("{\"attemptId\":\"a-1\"}", EndedMessage.class))
                .rootCause()
                .hasMessage("message without workspaceId");
    }
}
