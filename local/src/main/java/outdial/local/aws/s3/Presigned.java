package outdial.local.aws.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outdial.local.aws.LocalCredentials;

/// Checks addresses that somebody signed for somebody else: the signature must be ours and the time not over.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
final class Presigned {
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Parameters that are part of the resource in signatures of version 2.
    private static final List<String> SUBRESOURCES = List.of(
            "partNumber",
            "response-cache-control",
            "response-content-disposition",
            "response-content-type",
            "uploadId",
            "uploads",
            "versionId");

    private final Clock clock;

    Presigned(Clock clock) {
        this.clock = clock;
    }

    /// Refuses a presigned request that is forged or expired; requests signed in a header are not looked at.
    void check(S3Request request) {
        if (request.has("X-Amz-Signature")) {
            checkVersionFour(request);
        } else if (request.has("AWSAccessKeyId") && request.has("Signature")) {
            checkVersionTwo(request);
        }
    }

    private void checkVersionFour(S3Request request) {
        String credential = required(request, "X-Amz-Credential");
        String date = required(request, "X-Amz-Date");
        List<String> scope = List.of(credential.split("/", -1));
        if (scope.size() != 5 || !LocalCredentials.isKnown(scope.getFirst())) {
            throw S3Failure.of(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist");
        }
        Instant signed = signedAt(date);
        Instant end = signed.plusSeconds(request.number("X-Amz-Expires", 0));
        if (clock.instant().isAfter(end)) {
            throw S3Failure.accessDenied("Request has expired");
        }
        String scopeText = String.join("/", scope.subList(1, 5));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, scopeText, hex(sha256(canonical(request))));
        byte[] key = ("AWS4" + LocalCredentials.SECRET_ACCESS_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.subList(1, 5)) {
            key = hmac("HmacSHA256", key, part);
        }
        compare(hex(hmac("HmacSHA256", key, toSign)), required(request, "X-Amz-Signature"));
    }

    private static String canonical(S3Request request) {
        String signedHeaders = required(request, "X-Amz-SignedHeaders");
        String headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name ->
                        name + ":" + request.header(name).orElse("").strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        String query = request.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("X-Amz-Signature"))
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return String.join(
                "\n",
                request.method(),
                request.exchange().getRequestURI().getRawPath(),
                query,
                headers,
                signedHeaders,
                request.header("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD"));
    }

    /// What `aws s3 presign` of the AWS CLI version 1 makes for this region.
    private void checkVersionTwo(S3Request request) {
        if (!required(request, "AWSAccessKeyId").equals(LocalCredentials.ACCESS_KEY_ID)) {
            throw S3Failure.of(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist");
        }
        String expires = required(request, "Expires");
        if (clock.instant().getEpochSecond() > Long.parseLong(expires)) {
            throw S3Failure.accessDenied("Request has expired");
        }
        String subresources = SUBRESOURCES.stream()
                .filter(request::has)
                .map(name ->
                        request.parameter(name).map(value -> name + "=" + value).orElse(name))
                .collect(Collectors.joining("&"));
        String resource =
                request.exchange().getRequestURI().getRawPath() + (subresources.isEmpty() ? "" : "?" + subresources);
        String toSign = String.join(
                "\n",
                request.method(),
                request.header("Content-MD5").orElse(""),
                request.header("Content-Type").orElse(""),
                expires,
                resource);
        byte[] secret = LocalCredentials.SECRET_ACCESS_KEY.getBytes(StandardCharsets.UTF_8);
        compare(Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret, toSign)), required(request, "Signature"));
    }

    private static Instant signedAt(String date) {
        try {
            return AMZ_DATE.parse(date, Instant::from);
        } catch (DateTimeException e) {
            throw S3Failure.accessDenied("X-Amz-Date must be in the ISO8601 Long Format");
        }
    }

    private static String required(S3Request request, String parameter) {
        return request.parameter(parameter)
                .orElseThrow(() -> S3Failure.accessDenied("The presigned address misses " + parameter));
    }

    private static void compare(String expected, String given) {
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw S3Failure.of(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided.");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(String text) {
        return Checksums.digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
