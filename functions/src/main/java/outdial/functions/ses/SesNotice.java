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
public record SesNotice(
        String messageId, Instant at, List<String> tokens, boolean automatic, Letter.Verdicts verdicts) {
    private static final String PASS = "PASS";

    /// As in `dkim=pass header.i=@example.com` (RFC 8601), by itself between two semicolons.
    private static final Pattern SIGNER = Pattern.compile("\\s*dkim=pass\\s+header\\.[id]=(?:[^\\s@]*@)?([^\\s@]+).*");

    private static final String SES = "amazonses.com";

    public static List<SesNotice> read(JsonNode event) {
        List<SesNotice> notices = new ArrayList<>();
        event.path("Records").forEach(entry -> notices.add(of(entry.path("ses"))));
        return notices;
    }

    private static SesNotice of(JsonNode ses) {
        JsonNode mail = ses.required("mail");
        JsonNode receipt = ses.required("receipt");
        List<String> tokens = new ArrayList<>();
        receipt.path("recipients").forEach(recipient -> tokens.add(localPart(recipient.asText())));
        return new SesNotice(
                mail.required("messageId").asText(),
                Instant.parse(mail.required("timestamp").asText()),
                tokens,
                header(mail, "Auto-Submitted")
                        .filter(value -> !value.equalsIgnoreCase("no"))
                        .isPresent(),
                verdicts(mail, receipt));
    }

    private static Letter.Verdicts verdicts(JsonNode mail, JsonNode receipt) {
        boolean clean = passes(receipt, "spamVerdict") && passes(receipt, "virusVerdict");
        Set<String> signers = passes(receipt, "dkimVerdict") ? signers(mail) : Set.of();
        return new Letter.Verdicts(clean, passes(receipt, "dmarcVerdict"), signers);
    }

    /// SES puts its own results above all that the sender wrote, so only the first such header is looked at. It repeats
    /// the sender's envelope address in it; one with a quoted part could say anything there, and so proves nothing.
    private static Set<String> signers(JsonNode mail) {
        List<String> results =
                List.of(header(mail, "Authentication-Results").orElse("").split(";", -1));
        boolean ours = results.getFirst().strip().equals(SES);
        boolean quoted = results.stream().anyMatch(result -> result.contains("\""));
        return ours && !quoted
                ? results.stream()
                        .map(SIGNER::matcher)
                        .filter(Matcher::matches)
                        .map(signer -> signer.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
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

    private static String localPart(String address) {
        int at = address.indexOf('@');
        return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    }
}
