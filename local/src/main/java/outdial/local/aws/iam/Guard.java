package outdial.local.aws.iam;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outdial.local.aws.AwsService;
import outdial.local.aws.Gateway.Replies;

/// Stands in front of one service and turns away what the asking function's role does not allow.
public final class Guard implements AwsService {
    private static final Map<String, Function<Asked, List<Right>>> NEEDS = Map.of(
            "chime", RestRights::chime,
            "connect", RestRights::connect,
            "dynamodb", DynamoRights::of,
            "events", RestRights::events,
            "ses", RestRights::ses,
            "sqs", SqsRights::of);

    private final Access access;
    private final Function<Asked, List<Right>> needs;
    private final AwsService service;

    /// @param signingName of the service; functions may not ask a service whose rights are not known here for
    /// anything
    public Guard(Access access, String signingName, AwsService service) {
        this.access = access;
        this.needs = NEEDS.getOrDefault(
                signingName, asked -> List.of(new Right(signingName + ":" + asked.operation(), "*")));
        this.service = service;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        if (!access.isChecked(exchange)) {
            service.handle(exchange, body);
            return;
        }
        Asked asked = Asked.of(exchange, body);
        Optional<String> refusal = access.refusal(exchange, needs.apply(asked));
        if (refusal.isPresent()) {
            int status = asked.operation().isEmpty() ? 403 : 400;
            Replies.error(exchange, status, "AccessDeniedException", refusal.get());
        } else {
            service.handle(exchange, body);
        }
    }
}
