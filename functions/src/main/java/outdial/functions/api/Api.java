package outdial.functions.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import outdial.functions.api.Request.Call;

/// The HTTP API: every request gets an answer, every refusal is problem+json (RFC 9457), and nothing of our
/// inside leaks.
public final class Api {
    /// Far above 1,000 contacts; a Lambda function takes 6 MB with everything around it.
    private static final int LONGEST_BODY = 4_000_000;

    private final Router router;
    private final Repetitions repetitions;
    private final InstantSource clock;

    public Api(Ports ports) {
        this.router = Routes.of(ports);
        this.repetitions = new Repetitions(ports.idempotency(), ports.clock());
        this.clock = ports.clock();
    }

    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        Call call = CallReader.call(event);
        Reply reply = reply(call, CallReader.authorizerContext(event));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(reply.status())
                .withHeaders(reply.headers())
                .withBody(reply.body())
                .withIsBase64Encoded(false)
                .build();
    }

    private Reply reply(Call call, Map<String, String> authorizer) {
        try {
            return routed(call, authorizer);
        } catch (Refusal refusal) {
            return refusal.answer().encoded();
        } catch (RuntimeException unexpected) {
            Log.failed(call, unexpected);
            return Answer.problem(Problem.unexpected(call.requestId())).encoded();
        }
    }

    /// Who has no key learns nothing about what is where.
    private Reply routed(Call call, Map<String, String> authorizer) {
        Optional<Router.Match> open = router.open(call.method(), call.path());
        if (open.isPresent()) {
            return open.get()
                    .route()
                    .endpoint()
                    .answer(new Request(call, open.get().ids(), Optional.empty(), clock.instant()))
                    .encoded();
        }
        Caller caller = Admission.caller(authorizer);
        Router.Match match = router.find(call.method(), call.path());
        Admission.check(match.route().access(), caller);
        checkBody(call);
        Request request = new Request(call, match.ids(), Optional.of(caller), clock.instant());
        return repetitions.once(request, match.route().endpoint());
    }

    private static void checkBody(Call call) {
        if (call.body().length() > LONGEST_BODY) {
            throw Refusal.of(
                    ProblemType.BODY_TOO_LARGE,
                    "A body has at most " + LONGEST_BODY + " characters; send a long list as an import.");
        }
        String type = call.headers().getOrDefault("content-type", "");
        if (!call.body().isEmpty() && !type.isEmpty() && !type.startsWith("application/json")) {
            throw Refusal.of(
                    ProblemType.NOT_JSON, "Send the body as JSON, with the header Content-Type: application/json.");
        }
    }
}
