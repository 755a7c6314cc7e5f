package outdial.functions.dynamo;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.enrollment.EnrollmentId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The keys of all tables. A long list is spread over buckets, `<id>#<n>`, because one partition takes 1,000 writes
/// a second. The numbers of buckets are part of what is stored: they never change.
final class Keys {
    private static final int CONTACT_BUCKETS = 64;
    private static final int CAMPAIGN_BUCKETS = 16;
    private static final int RUNNING_SHARDS = 1;

    private Keys() {}

    static Map<String, AttributeValue> workspace(WorkspaceId workspace, String item) {
        return Item.of("workspaceId", workspace.value()).put("item", item).map();
    }

    static Map<String, AttributeValue> campaign(CampaignRef ref) {
        return Item.of("workspaceId", ref.workspace().value())
                .put("campaignId", ref.id().value())
                .map();
    }

    static Map<String, AttributeValue> enrollment(EnrollmentId id) {
        return Item.of("bucket", campaignBucket(id.campaign(), id.contact()))
                .put("contactId", id.contact().value())
                .map();
    }

    static Map<String, AttributeValue> contact(WorkspaceId workspace, ContactId id) {
        return Item.of("bucket", contactBucket(workspace, id.value()))
                .put("item", "contact#" + id)
                .map();
    }

    /// Where the claim to an address (`phone#+12025550123`) lies.
    static Map<String, AttributeValue> claim(WorkspaceId workspace, String address) {
        return Item.of("bucket", contactBucket(workspace, address))
                .put("item", address)
                .map();
    }

    static Map<String, AttributeValue> doNotCall(WorkspaceId workspace, PhoneNumber phone) {
        return Item.of("bucket", contactBucket(workspace, phone.e164()))
                .put("address", phone.e164())
                .map();
    }

    static Map<String, AttributeValue> number(WorkspaceId workspace, PhoneNumber phone) {
        return Item.of("number", workspace + "#" + phone.e164()).map();
    }

    static String campaignBucket(CampaignId campaign, ContactId contact) {
        return campaign + "#" + bucket(contact.value(), CAMPAIGN_BUCKETS);
    }

    static Stream<String> campaignBuckets(CampaignId campaign) {
        return IntStream.range(0, CAMPAIGN_BUCKETS).mapToObj(n -> campaign + "#" + n);
    }

    static Stream<String> contactBuckets(WorkspaceId workspace) {
        return IntStream.range(0, CONTACT_BUCKETS).mapToObj(n -> workspace + "#" + n);
    }

    static String runningShard(CampaignId campaign) {
        return Integer.toString(bucket(campaign.value(), RUNNING_SHARDS));
    }

    static Stream<String> runningShards() {
        return IntStream.range(0, RUNNING_SHARDS).mapToObj(Integer::toString);
    }

    private static String contactBucket(WorkspaceId workspace, String id) {
        return workspace + "#" + bucket(id, CONTACT_BUCKETS);
    }

    /// `String.hashCode` is fixed by the Java language; its high bits are mixed in, because alike ids differ there.
    private static int bucket(String id, int buckets) {
        int hash = id.hashCode() * 0x9E3779B9;
        return (hash >>> 16) & (buckets - 1);
    }
}
