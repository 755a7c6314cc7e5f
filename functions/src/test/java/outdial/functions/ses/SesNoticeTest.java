package outdial.functions.ses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.functions.api.Events;
import outdial.functions.json.Json;
import outdial.imports.Letter.Verdicts;

final class SesNoticeTest {
    @Test
    void a_mail_that_ses_vouches_for_is_clean_and_authentic() {
        SesNotice notice =
                SesNotice.read(Events.tree("InboundMail/list-attached.json")).getFirst();

        assertThat(notice)
                .isEqualTo(new SesNotice(
                        "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
                        Instant.parse("2026-11-21T15:00:02.028Z"),
                        List.of("k7f3q9"),
                        Set.of("mail.example.com"),
                        false,
                        new Verdicts(true, true, Optional.empty(), Set.of())));
    }

    @Test
    void the_domains_whose_signatures_are_good_are_told() {
        assertThat(verdicts(
                        "PASS",
                        "amazonses.com; spf=pass; dkim=pass header.i=@Example.com; dkim=pass header.d=mailer.example;"
                                + " dkim=fail header.i=@bank.example; dmarc=none"))
                .isEqualTo(new Verdicts(true, false, Optional.empty(), Set.of("example.com", "mailer.example")));
    }

    @Test
    void results_that_ses_did_not_write_count_for_nothing() {
        assertThat(verdicts("PASS", "mx.eve.example; dkim=pass header.i=@example.com")
                        .dkimDomains())
                .isEmpty();
        assertThat(verdicts("FAIL", "amazonses.com; dkim=pass header.i=@example.com")
                        .dkimDomains())
                .isEmpty();
        assertThat(verdicts("PASS", "amazonses.com.eve.example; dkim=pass header.i=@example.com")
                        .dkimDomains())
                .isEmpty();
    }

    @Test
    void what_a_sender_can_write_into_the_results_counts_for_nothing() {
        assertThat(verdicts("PASS", "amazonses.com; envelope-from=a dkim=pass header.i=@example.com; dkim=none")
                        .dkimDomains())
                .isEmpty();
        assertThat(verdicts(
                                "PASS",
                                "amazonses.com; envelope-from=\\\"a; dkim=pass header.i=@example.com; \\\"@eve.example")
                        .dkimDomains())
                .isEmpty();
    }

    @Test
    void only_the_topmost_results_are_those_of_ses() {
        String forged = "amazonses.com; dkim=pass header.i=@example.com";

        assertThat(notice("PASS", "amazonses.com; dkim=none", forged).verdicts().dkimDomains())
                .isEmpty();
    }

    @Test
    void the_domain_that_dmarc_was_asked_about_is_told() {
        assertThat(verdicts("PASS", "amazonses.com; dkim=none; dmarc=pass header.from=Example.com")
                        .dmarcDomain())
                .contains("example.com");
        assertThat(verdicts("PASS", "amazonses.com; dmarc=pass (p=reject) header.from=example.com; x=y")
                        .dmarcDomain())
                .contains("example.com");
        assertThat(verdicts("PASS", "mx.eve.example; dmarc=pass header.from=example.com")
                        .dmarcDomain())
                .isEmpty();
        assertThat(verdicts("PASS", "amazonses.com; dmarc=pass header.from=a.example; dmarc=pass header.from=b.example")
                        .dmarcDomain())
                .contains("@");
    }

    @ParameterizedTest
    @CsvSource({
        "prvs=1=jane@example.com, false",
        "'', true",
        "<>, true",
        "MAILER-DAEMON@example.com, true",
        "no-reply@example.com, true"
    })
    void bounces_and_notices_are_from_nobody(String source, boolean nobody) {
        SesNotice notice =
                read(event("PASS", "").replace("\"messageId\"", "\"source\":\"" + source + "\",\"messageId\""));

        assertThat(notice.automatic()).isEqualTo(nobody);
    }

    @Test
    void senders_of_the_domain_that_a_mail_is_for_are_known() {
        SesNotice notice = read(event("PASS", ""));

        assertThat(notice.isForDomainOf("no-reply@MAIL.example")).isTrue();
        assertThat(notice.isForDomainOf("ann@example.com")).isFalse();
    }

    private static Verdicts verdicts(String dkim, String results) {
        return notice(dkim, results).verdicts();
    }

    private static SesNotice notice(String dkim, String... results) {
        List<String> headers = Arrays.stream(results)
                .map(result -> header("Authentication-Results", result))
                .toList();
        return read(event(dkim, String.join(",", headers)));
    }

    private static String header(String name, String value) {
        return "{\"name\":\"%s\",\"value\":\"%s\"}".formatted(name, value);
    }

    private static String event(String dkim, String headers) {
        return """
                {"Records":[{"ses":{
                  "mail":{"messageId":"m1","timestamp":"2026-11-21T15:00:02Z","headers":[%s]},
                  "receipt":{"recipients":["Token@mail.example"],
                    "spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"PASS"},
                    "dkimVerdict":{"status":"%s"},"dmarcVerdict":{"status":"GRAY"}}}}]}
                """.formatted(headers, dkim);
    }

    private static SesNotice read(String event) {
        return SesNotice.read(Json.tree(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))))
                .getFirst();
    }
}
