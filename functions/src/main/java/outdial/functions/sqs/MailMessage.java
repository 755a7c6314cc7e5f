package outdial.functions.sqs;

/// A mail to be sent; those with the same id are one.
public record MailMessage(String id, String to, String subject, String text) {}
