package outdial.local.aws.s3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import outdial.local.aws.EventBridge;
import outdial.local.template.Account;

/// Tells EventBridge what happened to the objects of buckets that have this switched on, after it happened.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
final class Announcements {
    private final EventBridge events;
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();

    Announcements(EventBridge events) {
        this.events = events;
    }

    void switchOn(String bucket) {
        buckets.add(bucket);
    }

    void created(StoredBucket bucket, StoredObject object, String reason) {
        ObjectNode detail = detail(bucket, object, reason);
        detail.withObject("object").put("size", object.size()).put("etag", object.etag());
        publish(bucket, "Object Created", detail);
    }

    void deleted(StoredBucket bucket, StoredObject object, boolean forGood) {
        ObjectNode detail = detail(bucket, object, "DeleteObject");
        boolean marker = object.deleteMarker() && !forGood;
        detail.put("deletion-type", marker ? "Delete Marker Created" : "Permanently Deleted");
        publish(bucket, "Object Deleted", detail);
    }

    private void publish(StoredBucket bucket, String type, ObjectNode detail) {
        if (buckets.contains(bucket.name())) {
            events.publish("aws.s3", type, List.of("arn:aws:s3:::" + bucket.name()), detail);
        }
    }

    private static ObjectNode detail(StoredBucket bucket, StoredObject object, String reason) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("version", "0");
        detail.putObject("bucket").put("name", bucket.name());
        ObjectNode described = detail.putObject("object").put("key", object.key());
        if (!object.versionId().equals("null")) {
            described.put("version-id", object.versionId());
        }
        described.put("sequencer", String.format(Locale.ROOT, "%016X", object.sequence()));
        return detail.put("request-id", UUID.randomUUID().toString())
                .put("requester", Account.LOCAL_ID)
                .put("source-ip-address", "127.0.0.1")
                .put("reason", reason);
    }
}
