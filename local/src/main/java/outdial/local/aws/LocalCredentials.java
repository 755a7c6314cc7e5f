package outdial.local.aws;

import outdial.local.template.Account;

/// The keys that functions, the AWS CLI and tests use here. Signatures are checked in presigned addresses only, as the
/// servers listen on this machine alone; elsewhere a key says no more than who asks.
public final class LocalCredentials {
    public static final String ACCESS_KEY_ID = "test";
    public static final String SECRET_ACCESS_KEY = "test";
    private static final String FUNCTION = "function";

    private LocalCredentials() {}

    /// A function's own key; letters and digits only, as DynamoDB Local wants it.
    public static String accessKeyIdOf(String functionLogicalId) {
        return FUNCTION + functionLogicalId;
    }

    /// A key that was given out here. All have the same secret.
    public static boolean isKnown(String accessKeyId) {
        return accessKeyId.equals(ACCESS_KEY_ID) || accessKeyId.startsWith(FUNCTION);
    }

    /// A header that names the service, which is all that the gateway looks at.
    public static String unsigned(String service) {
        return "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY_ID + "/20260101/" + Account.LOCAL_REGION + "/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }
}
