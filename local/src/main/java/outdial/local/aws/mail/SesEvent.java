package outdial.local.aws.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The event with which SES invokes a function about a mail.
/// https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html
///
/// Nothing is really scanned here: every verdict is `PASS`, unless the mail itself asks for another with a
/// header such as `X-Outdial-Test-Dmarc: FAIL`. As on AWS, what was found stands above all that the sender
/// wrote, in a header `Authentication-Results` of `amazonses.com`.
final class SesEvent {
    private static final Map<String, String> VERDICTS = Map.of(
            "spamVerdict", "X-Outdial-Test-Spam",
            "virusVerdict", "X-Outdial-Test-Virus",
            "spfVerdict", "X-Outdial-Test-Spf",
            "dkimVerdict", "X-Outdial-Test-Dkim",
            "dmarcVerdict", "X-Outdial-Test-Dmarc");

    private SesEvent() {}

    /// Tells a function of a mail.
    ///
    /// @param recipients those of the envelope that the rule takes
    static JsonNode of(ReceivedMail mail, List<String> recipients, String functionArn, Instant at) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode entry = event.putArray("Records").addObject();
        entry.put("eventSource", "aws:ses").put("eventVersion", "1.0");
        ObjectNode ses = entry.putObject("ses");
        ses.set("mail", mail(mail, at));
        ses.set("receipt", receipt(mail, recipients, functionArn, at));
        return event;
    }

    private static ObjectNode mail(ReceivedMail mail, Instant at) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", at.toString())
                .put("source", mail.sender())
                .put("messageId", mail.id())
                .put("headersTruncated", false);
        mail.recipients().forEach(node.putArray("destination")::add);
        ArrayNode headers = node.putArray("headers");
        headers.addObject().put("name", "Authentication-Results").put("value", results(mail));
        mail.raw()
                .headers()
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        ObjectNode common = node.putObject("commonHeaders").put("returnPath", mail.sender());
        mail.raw().header("From").ifPresent(from -> common.putArray("from").add(from));
        mail.raw().header("To").ifPresent(to -> common.putArray("to").add(to));
        mail.raw().header("Cc").ifPresent(cc -> common.putArray("cc").add(cc));
        mail.raw()
                .header("Reply-To")
                .ifPresent(reply -> common.putArray("replyTo").add(reply));
        mail.raw().header("Date").ifPresent(date -> common.put("date", date));
        mail.raw().header("Message-ID").ifPresent(id -> common.put("messageId", id));
        mail.raw().header("Subject").ifPresent(subject -> common.put("subject", subject));
        return node;
    }

    private static String results(ReceivedMail mail) {
        String from = mail.raw().header("From").orElse("");
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s].*", "");
        return "amazonses.com; spf=%s smtp.mailfrom=%s; dkim=%s header.i=@%s; dmarc=%s header.from=%s;"
                .formatted(
                        result(mail, "spfVerdict"),
                        mail.sender().replaceAll(".*@", ""),
                        result(mail, "dkimVerdict"),
                        domain,
                        result(mail, "dmarcVerdict"),
                        domain);
    }

    private static String result(ReceivedMail mail, String verdict) {
        return switch (status(mail, verdict)) {
            case "PASS" -> "pass";
            case "GRAY" -> "none";
            default -> "fail";
        };
    }

    private static String status(ReceivedMail mail, String verdict) {
        return mail.raw().header(VERDICTS.getOrDefault(verdict, verdict)).orElse("PASS");
    }

    private static ObjectNode receipt(ReceivedMail mail, List<String> recipients, String functionArn, Instant at) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", at.toString())
                .put("processingTimeMillis", 1);
        recipients.forEach(node.putArray("recipients")::add);
        VERDICTS.keySet().forEach(verdict -> node.putObject(verdict).put("status", status(mail, verdict)));
        node.putObject("action")
                .put("type", "Lambda")
                .put("functionArn", functionArn)
                .put("invocationType", "Event");
        return node;
    }
}
