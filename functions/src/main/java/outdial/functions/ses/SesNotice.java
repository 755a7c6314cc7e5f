package outdial.functions.ses;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outdial.imports.Letter;

/// What SES says about a mail when it invokes a function: all but the mail's own content
/// (<https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html>).
///
/// @param domains of the addresses that the mail is for
/// @param automatic nobody is behind the envelope's sender
public record SesNotice(
        String messageId,
        Instant at,
        List<String> tokens,
        Set<String> domains,
        boolean automatic,
        Letter.Verdicts verdicts) {
    private static final String PASS = "PASS";

    /// As in `dkim=pass header.i=@example.com` (RFC 8601), by itself between two semicolons.
    private static final Pattern SIGNER = Pattern.compile("\\s*dkim=pass\\s+header\\.[id]=(?:[^\\s@]*@)?([^\\s@]+).*");

    /// As in `dmarc=pass header.from=example.com`.
    private static final Pattern VOUCHED = Pattern.compile("\\s*dmarc=pass\\b.*?header\\.from=([^\\s@]+).*");

    /// Above no sender's domain.
    private static final String NO_DOMAIN = "@";

    /// Whose bounces and notices are not answered; the empty one is a bounce itself (RFC 5321).
    private static final Set<String> NOBODY =
            Set.of("", "<>", "mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply");

    private static final String SES = "amazonses.com";

    public static List<SesNotice> read(JsonNode event) {
        List<SesNotice> notices = new ArrayList<>();
        event.path("Records").forEach(entry -> notices.add(of(entry.path("ses"))));
        return notices;
    }

    private static SesNotice of(JsonNode ses) {
        JsonNode mail = ses.required("mail");
        JsonNode receipt = ses.required("receipt");
        List<String> recipients = new ArrayList<>();
        receipt.path("recipients").forEach(recipient -> recipients.add(recipient.asText()));
        return new SesNotice(
                mail.required("messageId").asText(),
                Instant.parse(mail.required("timestamp").asText()),
                recipients.stream().map(SesNotice::localPart).toList(),
                recipients.stream().map(SesNotice::domain).collect(Collectors.toUnmodifiableSet()),
                NOBODY.contains(localPart(mail.path("source").asText())),
                verdicts(mail, receipt));
    }

    private static Letter.Verdicts verdicts(JsonNode mail, JsonNode receipt) {
        boolean clean = passes(receipt, "spamVerdict") && passes(receipt, "virusVerdict");
        Set<String> signers = passes(receipt, "dkimVerdict") ? signers(mail) : Set.of();
        return new Letter.Verdicts(clean, passes(receipt, "dmarcVerdict"), dmarcDomain(mail), signers);
    }

    /// The domain that DMARC was asked about; two of them would be none.
    private static Optional<String> dmarcDomain(JsonNode mail) {
        List<String> domains = results(mail).stream()
                .map(VOUCHED::matcher)
                .filter(Matcher::matches)
                .map(vouched -> vouched.group(1).toLowerCase(Locale.ROOT))
                .toList();
        return domains.size() > 1 ? Optional.of(NO_DOMAIN) : domains.stream().findFirst();
    }

    /// SES puts its own results above all that the sender wrote, so only the first such header is looked at. It repeats
    /// the sender's envelope address in it; one with a quoted part could say anything there, and so proves nothing.
    private static List<String> results(JsonNode mail) {
        List<String> results =
                List.of(header(mail, "Authentication-Results").orElse("").split(";", -1));
        boolean ours = results.getFirst().strip().equals(SES);
        boolean quoted = results.stream().anyMatch(result -> result.contains("\""));
        return ours && !quoted ? results : List.of();
    }

    private static Set<String> signers(JsonNode mail) {
        return results(mail).stream()
                .map(SIGNER::matcher)
                .filter(Matcher::matches)
                .map(signer -> signer.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean passes(JsonNode receipt, String verdict) {
        return receipt.path(verdict).path("status").asText().equals(PASS);
    }

    private static Optional<String> header(JsonNode mail, String name) {
        for (JsonNode header : mail.path("headers")) {
            if (header.path("name").asText().equalsIgnoreCase(name)) {
                return Optional.of(header.path("value").asText());
            }
        }
        return Optional.empty();
    }

    /// Whether an address is of a domain that the mail was for: two of its addresses would answer each other
    /// for ever.
    boolean isForDomainOf(String address) {
        return domains.contains(domain(address));
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String localPart(String address) {
        int at = address.indexOf('@');
        return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    }
}
