package outdial.local.template;

import java.util.Map;
import java.util.Optional;

/// One SQS queue.
///
/// @param attributes delays and time-outs in the words of the SQS API, such as `VisibilityTimeout`
public record Queue(String name, String arn, Map<String, String> attributes, Optional<Redrive> redrive) {
    public Queue {
        attributes = Map.copyOf(attributes);
    }

    /// Where a message goes that was received that often and never deleted.
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}

    /// The last part of an ARN or URL.
    public static String nameIn(String arnOrUrl) {
        return arnOrUrl.substring(Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/')) + 1);
    }
}
