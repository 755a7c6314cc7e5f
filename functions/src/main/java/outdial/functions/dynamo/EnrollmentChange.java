package outdial.functions.dynamo;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Status;
import outdial.report.StatusChange;
import outdial.workspace.WorkspaceId;

/// What a record of the enrollments' stream says about a status.
public record EnrollmentChange(CampaignRef campaign, String bucket, StatusChange status) {
    public static EnrollmentChange of(StreamRecord record) {
        Optional<Map<String, AttributeValue>> before = image(record.getOldImage());
        Optional<Map<String, AttributeValue>> after = image(record.getNewImage());
        Map<String, AttributeValue> either = after.or(() -> before).orElseThrow();
        return new EnrollmentChange(
                new CampaignRef(
                        new WorkspaceId(text(either, "workspaceId")), new CampaignId(text(either, "campaignId"))),
                text(either, "bucket"),
                new StatusChange(
                        new BigInteger(record.getSequenceNumber()),
                        before.map(EnrollmentChange::status),
                        after.map(EnrollmentChange::status)));
    }

    public boolean changesStatus() {
        return !status.from().equals(status.to());
    }

    /// Whether the campaign has nothing more to do with the contact.
    public boolean isDone() {
        return status.to().filter(to -> !to.isUnfinished()).isPresent();
    }

    private static Optional<Map<String, AttributeValue>> image(@Nullable Map<String, AttributeValue> image) {
        return Optional.ofNullable(image).filter(attributes -> !attributes.isEmpty());
    }

    private static Status status(Map<String, AttributeValue> image) {
        return EnrollmentItems.status(text(image, "state"));
    }

    private static String text(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name))
                .map(AttributeValue::getS)
                .orElseThrow(() -> new IllegalStateException("stream record without " + name));
    }
}
