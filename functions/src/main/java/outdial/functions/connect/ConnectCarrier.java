package outdial.functions.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.Attempts;
import outdial.dialing.Capabilities;
import outdial.dialing.Carrier;
import outdial.functions.connect.ConnectApi.Reply;
import outdial.functions.json.Json;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Places calls by Amazon Connect's StartOutboundVoiceContact. The attempt is the client token, so that a request which
/// the network repeats starts no second call; still it is asked once only, because what AWS does with the token of a
/// call that has ended is not documented, and a person would be rung twice.
public final class ConnectCarrier implements Carrier {
    public static final String NAME = "amazon-connect";

    /// Two requests a second by default (Amazon Connect service quotas); the minute as AWS's own guide for those who
    /// come from the Chime SDK has it.
    private static final Capabilities WITHOUT_DETECTION = new Capabilities(true, true, false, 2, 25_100);

    private static final Capabilities WITH_DETECTION = new Capabilities(true, true, true, 2, 25_100);

    private final ConnectApi api;
    private final Optional<ConnectInstance> instance;
    private final Attempts attempts;
    private final Duration ringing;

    /// @param instance empty where none is configured: nobody is called then
    /// @param ringing how long a phone may ring, 15 to 60 s as the service has it
    public ConnectCarrier(ConnectApi api, Optional<ConnectInstance> instance, Attempts attempts, Duration ringing) {
        if (ringing.toSeconds() < 15 || ringing.toSeconds() > 60)
            throw new IllegalArgumentException("a phone rings 15 to 60 s, was " + ringing);
        this.api = api;
        this.instance = instance;
        this.attempts = attempts;
        this.ringing = ringing;
    }

    @Override
    public Capabilities capabilities() {
        return instance.filter(ConnectInstance::detectsMachines).isPresent() ? WITH_DETECTION : WITHOUT_DETECTION;
    }

    @Override
    public Placement place(Attempt attempt) {
        return instance.map(configured -> place(attempt, configured))
                .orElseGet(() -> new Placement.OurFault("no Amazon Connect instance is configured"));
    }

    /// The contact's id is kept, because only by it the service can be asked what became of the call.
    private Placement place(Attempt attempt, ConnectInstance configured) {
        Placement placement = ask(request(attempt, configured));
        if (placement instanceof Placement.Placed(String contactId)) {
            attempts.note(attempt.contact(), attempt.id(), contactId);
        }
        return placement;
    }

    private Placement ask(ObjectNode request) {
        try {
            return placement(api.startOutboundVoiceContact(request));
        } catch (ConnectException nobodyThere) {
            return new Placement.Throttled(nobodyThere.getClass().getSimpleName());
        } catch (SdkClientException unsigned) {
            return new Placement.OurFault(unsigned.getClass().getSimpleName());
        } catch (IOException unsure) {
            return new Placement.Unknown(unsure.getClass().getSimpleName());
        }
    }

    private ObjectNode request(Attempt attempt, ConnectInstance configured) {
        ObjectNode request = Json.object()
                .put("InstanceId", configured.id())
                .put("ContactFlowId", configured.contactFlowId())
                .put("ClientToken", attempt.id().value())
                .put("DestinationPhoneNumber", attempt.route().to().e164())
                .put("SourcePhoneNumber", attempt.route().from().e164())
                .put("RingTimeoutInSeconds", ringing.toSeconds())
                .put("TrafficType", configured.detectsMachines() ? "CAMPAIGN" : "GENERAL");
        request.set("Attributes", ContactAttributes.of(attempt));
        if (configured.detectsMachines()) {
            request.putObject("AnswerMachineDetectionConfig")
                    .put("EnableAnswerMachineDetection", true)
                    .put("AwaitAnswerMachinePrompt", false);
        }
        return request;
    }

    /// A 5xx may hide a placed call; every other error is the service's word that it placed none.
    private static Placement placement(Reply reply) {
        String contactId = reply.body().path("ContactId").asText();
        if (reply.isOk() && !contactId.isEmpty()) return new Placement.Placed(contactId);
        if (reply.isOk() || reply.status() >= 500) return new Placement.Unknown(reply.status() + " " + reply.error());
        return refused(reply);
    }

    private static Placement refused(Reply reply) {
        String error = reply.error();
        if (reply.status() == 429) return new Placement.Throttled(error);
        return switch (error) {
            case "TooManyRequestsException",
                    "ThrottlingException",
                    "LimitExceededException",
                    "ServiceQuotaExceededException" -> new Placement.Throttled(error);
            case "DestinationNotAllowedException" -> new Placement.BadDestination(error);
            case "InvalidParameterException" ->
                namesTheNumber(reply) ? new Placement.BadDestination(error) : new Placement.OurFault(error);
            default -> new Placement.OurFault(error);
        };
    }

    private static boolean namesTheNumber(Reply reply) {
        String message = reply.body().path("Message").asText()
                + reply.body().path("message").asText();
        return message.contains("DestinationPhoneNumber");
    }
}
