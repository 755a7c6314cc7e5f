package outdial.local.aws.iam;

import java.util.List;
import java.util.stream.Stream;
import outdial.local.template.Function;
import outdial.local.template.Trigger;

/// The rights that Lambda itself uses of a function's role: to take what runs it, and to hand on what failed.
final class TriggerRights {
    private TriggerRights() {}

    static List<Right> of(Function function) {
        Stream<Right> failures = Stream.of(
                        function.runs().onFailure(), function.runs().deadLetters())
                .flatMap(queue -> queue.stream())
                .map(TriggerRights::send);
        return Stream.concat(function.runs().triggers().stream().flatMap(TriggerRights::of), failures)
                .toList();
    }

    private static Stream<Right> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Messages messages ->
                Stream.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
                        .map(action -> new Right("sqs:" + action, messages.queueArn()));
            case Trigger.Changes changes ->
                Stream.concat(
                        Stream.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
                                .map(action ->
                                        new Right("dynamodb:" + action, Arns.table(changes.table()) + "/stream/local")),
                        changes.retry().onFailure().stream().map(TriggerRights::send));
            // These are invoked, and say themselves who may invoke.
            case Trigger.Route _, Trigger.Matching _, Trigger.Every _ -> Stream.empty();
        };
    }

    private static Right send(String queueArn) {
        return new Right("sqs:SendMessage", queueArn);
    }
}
