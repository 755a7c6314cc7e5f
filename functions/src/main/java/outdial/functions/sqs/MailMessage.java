package outdial.functions.sqs;

import java.util.Optional;

/// A mail to be sent; those with the same id are one.
///
/// @param answered the Message-ID of the mail that it answers
public record MailMessage(String id, String to, String subject, String text, Optional<String> answered) {
    public MailMessage {
        Required.field("id", id);
        Required.field("to", to);
        Required.field("subject", subject);
        Required.field("text", text);
    }
}
