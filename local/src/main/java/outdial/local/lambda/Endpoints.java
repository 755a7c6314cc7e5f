package outdial.local.lambda;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import outdial.local.aws.LocalCredentials;
import outdial.local.template.Account;
import outdial.local.template.Function;

/// Where the AWS services answer. Tables and queues have ports of their own, which spares functions the way through the
/// gateway; everything else is the gateway.
public record Endpoints(URI gateway, URI dynamoDb, URI sqs) {
    /// The same services, all behind the gateway, which asks the functions' roles.
    public Endpoints behindGateway() {
        return new Endpoints(gateway, gateway, gateway);
    }

    /// A function's environment: what the template says, what Lambda adds, and AWS's standard variables for endpoints.
    public Map<String, String> environment(Function function, String accessKeyId) {
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        environment.put("AWS_REGION", Account.LOCAL_REGION);
        environment.put("AWS_DEFAULT_REGION", Account.LOCAL_REGION);
        environment.put("AWS_ACCESS_KEY_ID", accessKeyId);
        environment.put("AWS_SECRET_ACCESS_KEY", LocalCredentials.SECRET_ACCESS_KEY);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(function.limits().memoryMegabytes()));
        environment.put("AWS_ENDPOINT_URL", gateway.toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        for (String service : new String[] {"S3", "SESV2", "EVENTBRIDGE", "CHIME_SDK_VOICE", "CONNECT"}) {
            environment.put("AWS_ENDPOINT_URL_" + service, gateway.toString());
        }
        return environment;
    }
}
