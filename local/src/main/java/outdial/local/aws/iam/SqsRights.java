package outdial.local.aws.iam;

import java.util.List;

/// The rights that requests to SQS need. Ten messages at once need the right to one.
final class SqsRights {
    private SqsRights() {}

    static List<Right> of(Asked asked) {
        String action = asked.operation().replaceFirst("Batch$", "");
        String queue = asked.body().has("QueueUrl") ? asked.text("QueueUrl") : asked.text("QueueName");
        return List.of(new Right("sqs:" + action, Arns.queue(queue)));
    }
}
