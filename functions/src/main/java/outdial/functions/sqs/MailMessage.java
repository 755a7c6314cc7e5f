package outdial.functions.sqs;

/// A mail to be sent; those with the same id are one.
public record MailMessage(String id, String to, String subject, String text) {
    public MailMessage {
        Required.field("id", id);
        Required.field("to", to);
        Required.field("subject", subject);
        Required.field("text", text);
    }
}
