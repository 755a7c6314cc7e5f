package outdial.local.template;

import java.net.URI;

/// Where a stack is deployed to: what the pseudo parameters and the ids of resources say.
///
/// @param endpoint the AWS endpoint that queue URLs start with, such as `http://localhost:4566`
/// @param apiEndpoint where HTTP APIs answer, such as `http://localhost:8080`
public record Account(String id, String region, URI endpoint, URI apiEndpoint) {
    /// The account number of everything local, so that no ARN can be mistaken for a real one.
    public static final String LOCAL_ID = "000000000000";

    public static final String LOCAL_REGION = "us-east-1";

    public static Account local(URI endpoint, URI apiEndpoint) {
        return new Account(LOCAL_ID, LOCAL_REGION, endpoint, apiEndpoint);
    }
}
