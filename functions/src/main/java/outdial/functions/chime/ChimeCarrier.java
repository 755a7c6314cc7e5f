package outdial.functions.chime;

import java.net.ConnectException;
import java.util.Map;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.dialing.Capabilities;
import outdial.dialing.Carrier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ChimeSdkVoiceException;
import software.amazon.awssdk.services.chimesdkvoice.model.CreateSipMediaApplicationCallResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkvoice.model.ThrottledClientException;

/// Places calls through an Amazon Chime SDK SIP media application. The service has no idempotency token and no way
/// to look a call up, so the client must not retry: what is not certainly refused counts as possibly placed.
public final class ChimeCarrier implements Carrier {
    public static final String NAME = "chime-sdk";

    /// One call a second by default (AWS General Reference, Chime SDK quotas); the minute as AWS's own migration guide
    /// to Amazon Connect has it.
    private static final Capabilities CAPABILITIES = new Capabilities(false, false, false, 1, 6_800);

    private final ChimeSdkVoiceClient chime;
    private final Optional<String> sipMediaApplicationId;

    /// @param chime a client that does not retry
    public ChimeCarrier(ChimeSdkVoiceClient chime, Optional<String> sipMediaApplicationId) {
        this.chime = chime;
        this.sipMediaApplicationId = sipMediaApplicationId;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Placement place(Attempt attempt) {
        return sipMediaApplicationId
                .map(application -> place(attempt, application))
                .orElseGet(() -> new Placement.OurFault("no SIP media application is configured"));
    }

    private Placement place(Attempt attempt, String application) {
        try {
            CreateSipMediaApplicationCallResponse response =
                    chime.createSipMediaApplicationCall(request -> request.sipMediaApplicationId(application)
                            .fromPhoneNumber(attempt.route().from().e164())
                            .toPhoneNumber(attempt.route().to().e164())
                            .argumentsMap(arguments(attempt)));
            return new Placement.Placed(response.sipMediaApplicationCall().transactionId());
        } catch (ChimeSdkVoiceException refused) {
            return refused(refused);
        } catch (SdkClientException unsure) {
            return unsure.getCause() instanceof ConnectException
                    ? new Placement.Throttled("nobody took the request")
                    : new Placement.Unknown(unsure.getClass().getSimpleName());
        }
    }

    private static Map<String, String> arguments(Attempt attempt) {
        return Map.of(
                CallState.ATTEMPT, attempt.id().value(),
                CallState.WORKSPACE, attempt.campaign().workspace().value(),
                CallState.CAMPAIGN, attempt.campaign().id().value(),
                CallState.CONTACT, attempt.contact().value());
    }

    /// A 5xx may hide a placed call; every other answer is the service's word that it placed none.
    private static Placement refused(ChimeSdkVoiceException refused) {
        String detail = refused.getClass().getSimpleName();
        return switch (refused) {
            case ThrottledClientException _, ResourceLimitExceededException _ -> new Placement.Throttled(detail);
            case BadRequestException _ -> new Placement.BadDestination(detail);
            default -> refused.statusCode() >= 500 ? new Placement.Unknown(detail) : new Placement.OurFault(detail);
        };
    }
}
