package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ordinary AWS CLI against the one AWS port; left out where it is not installed. One test, because each call
/// of the CLI takes about a second.
final class AwsCliTest {
    @TempDir
    Path directory;

    @Test
    void the_aws_cli_works_on_objects_tables_queues_and_functions() throws Exception {
        assumeTrue(installed(), "the AWS CLI is not installed");
        Path list = Files.writeString(directory.resolve("list.csv"), "name,phone\n");
        Path reply = directory.resolve("reply.json");

        try (LocalCloud cloud = LocalCloud.start(Toy.options("cli"))) {
            assertThat(aws(cloud, "s3", "cp", list.toString(), "s3://cli-bucket/in/list.csv"))
                    .contains("upload:");
            assertThat(aws(cloud, "dynamodb", "scan", "--table-name", "cli-Things"))
                    .contains("\"Count\": 0");
            assertThat(aws(cloud, "sqs", "list-queues")).contains(cloud.awsEndpoint() + "/000000000000/cli-jobs");
            assertThat(aws(cloud, "lambda", "invoke", "--function-name", "Echo", "--payload", "{}", reply.toString()))
                    .contains("\"StatusCode\": 200");
            assertThat(reply).content().contains("\"table\":\"cli-Things\"");
        }
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("aws", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String aws(LocalCloud cloud, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("aws", "--endpoint-url", cloud.awsEndpoint().toString(), "--output", "json"));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_PAGER", ""));
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
        return output;
    }
}
