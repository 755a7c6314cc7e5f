package outdial.local.adapters;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import outdial.functions.dynamo.Tables;
import outdial.local.LocalStack;
import outdial.local.aws.DynamoDb;
import outdial.local.template.Account;
import outdial.local.template.Table;
import outdial.local.template.TemplateReader;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// An empty database with the tables of infrastructure/data.yaml, shared by the tests of one JVM.
final class TemplateTables {
    private final DynamoDbClient client;

    private TemplateTables() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Optional<URI> localStack = LocalStack.endpoint();
        DynamoDb database =
                localStack.isPresent() ? DynamoDb.at(localStack.get(), http) : DynamoDb.start(Optional.empty(), http);
        URI anywhere = URI.create("http://localhost");
        var template = TemplateReader.read(
                Path.of("..", "infrastructure", "data.yaml"),
                "outdial",
                Map.of("Prefix", "outdial"),
                Account.local(anywhere, anywhere));
        for (Table table : template.blueprint().tables()) database.create(table);
        client = DynamoDbClient.builder()
                .endpointOverride(database.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    Tables tables() {
        return new Tables(client, "outdial");
    }

    private static final class Holder {
        static final TemplateTables SHARED = start();

        private static TemplateTables start() {
            try {
                return new TemplateTables();
            } catch (Exception e) {
                throw new IllegalStateException("no database", e);
            }
        }
    }

    static Tables shared() {
        return Holder.SHARED.tables();
    }
}
