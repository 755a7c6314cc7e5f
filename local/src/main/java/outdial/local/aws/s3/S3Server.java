package outdial.local.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import outdial.local.aws.EventBridge;
import outdial.local.aws.iam.Access;
import outdial.local.template.Bucket;

/// S3 on a directory. Streams to and from disk, so objects of any size need no memory.
public final class S3Server implements HttpHandler {
    /// Parameters that ask for something of a bucket or an object that this server does not keep.
    private static final List<String> UNKNOWN = List.of(
            "accelerate",
            "acl",
            "attributes",
            "cors",
            "encryption",
            "legal-hold",
            "lifecycle",
            "logging",
            "notification",
            "object-lock",
            "ownershipControls",
            "policy",
            "publicAccessBlock",
            "replication",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "tagging",
            "website");

    private final Buckets buckets;
    private final Announcements announcements;
    private final BucketCors cors = new BucketCors();
    private final Presigned presigned;
    private final ObjectGuard guard;
    private final ObjectCalls objects;
    private final Multipart multipart;
    private final ListCalls lists;
    private final BucketCalls bucketCalls;

    /// Opens what the directory holds, or begins an empty one.
    ///
    /// @param events gets the events of buckets that have this switched on
    /// @param access says what functions may do
    /// @param clock the time of objects
    /// @param signing the time of those who sign addresses
    public S3Server(Path directory, EventBridge events, Access access, Clock clock, Clock signing) throws IOException {
        Files.createDirectories(directory);
        this.buckets = new Buckets(directory, clock);
        this.announcements = new Announcements(events);
        this.presigned = new Presigned(signing);
        this.guard = new ObjectGuard(access);
        this.objects = new ObjectCalls(buckets, announcements);
        this.multipart = new Multipart(buckets, announcements, clock);
        this.lists = new ListCalls(buckets);
        this.bucketCalls = new BucketCalls(buckets);
    }

    /// Makes a bucket of the template, with the objects that its directory holds.
    public void create(Bucket bucket) throws IOException {
        buckets.create(bucket.name()).keepVersions(bucket.versioned());
        cors.set(bucket.name(), bucket.cors());
        if (bucket.announces()) {
            announcements.switchOn(bucket.name());
        }
    }

    /// Puts an object without a request, as other AWS services do.
    public void put(String bucket, String key, byte[] bytes) throws IOException {
        StoredBucket stored = buckets.named(bucket);
        Path file = stored.newFile();
        Files.write(file, bytes);
        MessageDigest md5 = Checksums.digest("MD5");
        String etag = HexFormat.of().formatHex(md5.digest(bytes));
        Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
        StoredObject object = stored.commit(new StoredBucket.Draft(key, file, etag, headers), current -> {});
        announcements.created(stored, object, "PutObject");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        S3Request request = S3Request.of(exchange);
        exchange.getResponseHeaders().set("x-amz-request-id", UUID.randomUUID().toString());
        S3Reply reply;
        try {
            reply = cors.preflight(request)
                    ? cors.answer(request)
                    : answer(request).with(cors.headers(request));
        } catch (S3Failure failure) {
            reply = S3Reply.failure(guard.seen(request, failure)).with(cors.headers(request));
        } catch (EOFException e) {
            reply = S3Reply.failure(S3Failure.of(400, "IncompleteBody", "The body ended early"));
        }
        reply.send(exchange);
    }

    private S3Reply answer(S3Request request) throws IOException {
        presigned.check(request);
        guard.check(request);
        UNKNOWN.stream().filter(request::has).findFirst().ifPresent(what -> {
            throw S3Failure.unsupported(what);
        });
        if (request.bucket().isEmpty()) {
            return bucketCalls.list();
        }
        return request.key().isEmpty() ? ofBucket(request) : ofObject(request);
    }

    private S3Reply ofBucket(S3Request request) throws IOException {
        return switch (request.method()) {
            case "PUT" -> request.has("versioning") ? bucketCalls.setVersioning(request) : bucketCalls.create(request);
            case "HEAD" -> bucketCalls.head(request);
            case "DELETE" -> bucketCalls.delete(request);
            case "POST" -> {
                if (!request.has("delete")) {
                    throw S3Failure.unsupported("POST on a bucket but for ?delete");
                }
                yield objects.deleteMany(request);
            }
            case "GET" -> listing(request);
            default -> throw S3Failure.unsupported(request.method() + " on a bucket");
        };
    }

    private S3Reply listing(S3Request request) {
        if (request.has("location")) {
            return bucketCalls.location(request);
        }
        if (request.has("versioning")) {
            return bucketCalls.versioning(request);
        }
        if (request.has("versions")) {
            return lists.allVersions(request);
        }
        if (request.has("uploads")) {
            return multipart.list(request);
        }
        return request.has("list-type") ? lists.versionTwo(request) : lists.versionOne(request);
    }

    private S3Reply ofObject(S3Request request) throws IOException {
        boolean copies = request.header("x-amz-copy-source").isPresent();
        if (request.has("uploadId") || request.has("uploads")) {
            return ofUpload(request, copies);
        }
        return switch (request.method()) {
            case "PUT" -> copies ? objects.copy(request) : objects.put(request);
            case "GET", "HEAD" -> objects.get(request);
            case "DELETE" -> objects.delete(request);
            default -> throw S3Failure.unsupported(request.method() + " on an object");
        };
    }

    private S3Reply ofUpload(S3Request request, boolean copies) throws IOException {
        return switch (request.method()) {
            case "PUT" -> copies ? multipart.copy(request) : multipart.put(request);
            case "GET" -> multipart.listParts(request);
            case "DELETE" -> multipart.abort(request);
            case "POST" -> request.has("uploads") ? multipart.begin(request) : multipart.complete(request);
            default -> throw S3Failure.unsupported(request.method() + " on an upload");
        };
    }
}
