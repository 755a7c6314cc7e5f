package outdial.local.aws.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import outdial.local.aws.AwsService;
import outdial.local.aws.Gateway.Replies;

/// SES version 2, as far as SendEmail with simple or raw content. Nothing leaves this machine.
public final class SesApi implements AwsService {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEND_EMAIL = "/v2/email/outbound-emails";

    private final SentMail sent;
    private final Clock clock;

    public SesApi(SentMail sent, Clock clock) {
        this.sent = sent;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        boolean known = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals(SEND_EMAIL);
        if (!known) {
            Replies.error(exchange, 501, "NotImplemented", "the local cloud knows only SendEmail of SES");
            return;
        }
        JsonNode request = JSON.readTree(body);
        String id = UUID.randomUUID().toString();
        JsonNode content = request.path("Content");
        if (content.has("Raw")) {
            sent.add(
                    id,
                    Base64.getDecoder().decode(content.path("Raw").path("Data").asText()));
        } else if (content.has("Simple") && request.has("FromEmailAddress")) {
            sent.add(id, mime(id, request).getBytes(StandardCharsets.UTF_8));
        } else {
            Replies.error(
                    exchange, 400, "BadRequestException", "Content must be Simple (with FromEmailAddress) or Raw");
            return;
        }
        Replies.json(
                exchange, 200, JSON.writeValueAsBytes(JSON.createObjectNode().put("MessageId", id)));
    }

    private String mime(String id, JsonNode request) {
        JsonNode destination = request.path("Destination");
        JsonNode message = request.path("Content").path("Simple");
        List<String> lines = new ArrayList<>();
        lines.add("Message-ID: <" + id + "@email.amazonses.com>");
        lines.add("Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        lines.add("From: " + request.path("FromEmailAddress").asText());
        addAddresses(lines, "To", destination.path("ToAddresses"));
        addAddresses(lines, "Cc", destination.path("CcAddresses"));
        addAddresses(lines, "Reply-To", request.path("ReplyToAddresses"));
        lines.add("Subject: " + encoded(message.path("Subject").path("Data").asText()));
        message.path("Headers")
                .forEach(header -> lines.add(header.path("Name").asText() + ": "
                        + header.path("Value").asText()));
        lines.add("MIME-Version: 1.0");
        addBody(lines, message.path("Body"), id);
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void addBody(List<String> lines, JsonNode body, String boundary) {
        boolean both = body.has("Text") && body.has("Html");
        if (both) {
            lines.add("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
            lines.add("");
        }
        addPart(lines, "plain", body.path("Text"), both ? boundary : "");
        addPart(lines, "html", body.path("Html"), both ? boundary : "");
        if (both) {
            lines.add("--" + boundary + "--");
        }
    }

    private static void addPart(List<String> lines, String subtype, JsonNode part, String boundary) {
        if (part.isMissingNode()) {
            return;
        }
        if (!boundary.isEmpty()) {
            lines.add("--" + boundary);
        }
        lines.add("Content-Type: text/" + subtype + "; charset=UTF-8");
        lines.add("Content-Transfer-Encoding: 8bit");
        lines.add("");
        lines.add(part.path("Data").asText());
    }

    private static void addAddresses(List<String> lines, String header, JsonNode addresses) {
        List<String> all = new ArrayList<>();
        addresses.forEach(address -> all.add(address.asText()));
        if (!all.isEmpty()) {
            lines.add(header + ": " + String.join(", ", all));
        }
    }

    /// As RFC 2047 has it, where the text is not plain ASCII.
    private static String encoded(String text) {
        if (text.chars().allMatch(character -> character < 0x7F)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
