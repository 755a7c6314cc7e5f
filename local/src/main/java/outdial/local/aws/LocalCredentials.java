package outdial.local.aws;

import outdial.local.template.Account;

/// The keys that functions, the AWS CLI and tests use here. Only presigned addresses are checked against them;
/// everything else is taken from anybody, as the servers listen on this machine alone.
public final class LocalCredentials {
    public static final String ACCESS_KEY_ID = "test";
    public static final String SECRET_ACCESS_KEY = "test";

    private LocalCredentials() {}

    /// A header that names the service, which is all that the gateway looks at.
    public static String unsigned(String service) {
        return "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY_ID + "/20260101/" + Account.LOCAL_REGION + "/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }
}
