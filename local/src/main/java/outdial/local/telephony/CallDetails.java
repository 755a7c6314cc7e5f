package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import outdial.local.template.Account;

/// Puts a call detail record of each call that is over into a bucket, as the Chime SDK does: all values are
/// texts, and the numbers have no plus sign (developer guide, page attributes). How the objects are named below
/// their folder is ours, after those of Voice Connectors.
final class CallDetails {
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH.mm.ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BiConsumer<String, byte[]> bucket;

    CallDetails(BiConsumer<String, byte[]> bucket) {
        this.bucket = bucket;
    }

    /// Nobody reads them.
    static CallDetails none() {
        return new CallDetails((_, _) -> {});
    }

    void put(CallRecord call) {
        String key = "Amazon-Chime-SMADRs/json/" + call.request().applicationId() + "/" + NAMES.format(call.placedAt())
                + "_" + UUID.nameUUIDFromBytes(call.transactionId().getBytes(StandardCharsets.UTF_8));
        bucket.accept(key, json(call).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(CallRecord call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("AwsAccountId", Account.LOCAL_ID)
                .put("TransactionId", call.transactionId())
                .put("CallId", call.transactionId())
                .put("VoiceConnectorId", "")
                .put("Status", call.answeredAt().isPresent() ? "Completed" : "Failed")
                .put("BillableDurationSeconds", Long.toString(billedSeconds(call)))
                .put("SchemaVersion", "2.0")
                .put("SourcePhoneNumber", call.request().from().replace("+", ""))
                .put("SourcePhoneNumberName", "")
                .put("DestinationPhoneNumber", call.to().replace("+", ""))
                .put("DestinationPhoneNumberName", "")
                .put("UsageType", "USE1-US-outbound-minutes")
                .put("ServiceCode", "AmazonChimeBusinessCalling")
                .put("Direction", "Outbound")
                .put("TimeStampEpochSeconds", Long.toString(call.placedAt().getEpochSecond()))
                .put("Region", "us-east-1")
                .put("SipRuleId", "")
                .put("SipApplicationId", call.request().applicationId())
                .put("CallLegTriggerType", "CreateSipMediaApplicationCall")
                .put("BillableVoiceFocusSeconds", "0");
    }

    /// A second that has begun is billed.
    private static long billedSeconds(CallRecord call) {
        Instant end = call.endedAt().orElseThrow();
        return call.answeredAt()
                .map(from -> Duration.between(from, end).toSeconds() + 1)
                .orElse(0L);
    }
}
