package outdial.local.aws.s3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// `If-Match` and its relatives. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
final class Conditions {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Conditions() {}

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    /// What must hold when an object is written.
    static StoredBucket.Precondition forWriting(S3Request request) {
        return current -> {
            Optional<String> match = request.header("If-Match");
            if (match.isPresent() && current.isEmpty()) {
                throw S3Failure.noSuchKey();
            }
            boolean changed = match.isPresent() && !names(match.get(), current.orElseThrow());
            boolean exists = request.header("If-None-Match")
                    .filter(none -> current.isPresent() && names(none, current.get()))
                    .isPresent();
            if (changed || exists) {
                throw S3Failure.preconditionFailed();
            }
        };
    }

    /// The object may be read; otherwise 412. True means 304, the caller has it already.
    static boolean notModified(S3Request request, StoredObject object) {
        boolean changed = request.header("If-Match")
                .map(etags -> !names(etags, object))
                .orElseGet(() -> modifiedAfter(request, "If-Unmodified-Since", object));
        if (changed) {
            throw S3Failure.preconditionFailed();
        }
        return request.header("If-None-Match")
                .map(etags -> names(etags, object))
                .orElseGet(() -> request.header("If-Modified-Since").isPresent()
                        && !modifiedAfter(request, "If-Modified-Since", object));
    }

    private static boolean modifiedAfter(S3Request request, String header, StoredObject object) {
        try {
            return request.header(header)
                    .map(date -> HTTP_DATE.parse(date, Instant::from))
                    .filter(date ->
                            object.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(date))
                    .isPresent();
        } catch (DateTimeParseException _) {
            return false; // HTTP has such a header ignored
        }
    }

    private static boolean names(String etags, StoredObject object) {
        return Arrays.stream(etags.split(",", -1))
                .map(String::strip)
                .anyMatch(etag -> etag.equals("*") || etag.replace("\"", "").equals(object.etag()));
    }
}
