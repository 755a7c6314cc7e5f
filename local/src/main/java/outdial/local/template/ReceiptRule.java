package outdial.local.template;

import java.util.List;

/// What SES does with a mail to these recipients.
///
/// @param recipients addresses or domains; none means all
public record ReceiptRule(String name, List<String> recipients, List<Action> actions) {
    public ReceiptRule {
        recipients = List.copyOf(recipients);
        actions = List.copyOf(actions);
    }

    public sealed interface Action {
        record Store(String bucket, String prefix) implements Action {}

        record Invoke(String functionArn) implements Action {}

        /// No rule after this one.
        record Stop() implements Action {}
    }

    /// SES compares without regard to case; a rule for a domain is one for every address in it.
    public boolean takes(String address) {
        String lower = address.toLowerCase(java.util.Locale.ROOT);
        return recipients.isEmpty()
                || recipients.stream()
                        .map(r -> r.toLowerCase(java.util.Locale.ROOT))
                        .anyMatch(recipient -> recipient.contains("@")
                                ? lower.equals(recipient)
                                : recipient.startsWith(".")
                                        ? lower.endsWith(recipient)
                                        : lower.endsWith("@" + recipient));
    }
}
