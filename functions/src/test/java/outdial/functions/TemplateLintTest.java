package outdial.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What AWS's own tools say of the templates, on a machine that has them.
final class TemplateLintTest {
    private static final int NOT_INSTALLED = 3;
    private static final Path TRANSFORM = Path.of("src/test/resources/outdial/functions/transform.py");

    @Test
    void cfn_lint_has_nothing_to_say() throws Exception {
        assumeTrue(onPath("cfn-lint"), "cfn-lint is not installed: template not linted");

        List<String> command = new ArrayList<>(List.of("cfn-lint", "-c", "W", "--"));
        command.addAll(Template.files());
        Ended lint = run(command);

        assertThat(lint).isEqualTo(new Ended(0, ""));
    }

    @Test
    void the_transform_of_aws_takes_the_template() throws Exception {
        assumeTrue(onPath("python3"), "python3 is not installed: template not transformed");

        Ended transform = run(List.of("python3", TRANSFORM.toAbsolutePath().toString(), "template.yaml"));

        assumeTrue(transform.code() != NOT_INSTALLED, "aws-sam-translator is not installed: template not transformed");
        assertThat(transform).isEqualTo(new Ended(0, ""));
    }

    private record Ended(int code, String said) {}

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("outdial-lint", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Template.path("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Ended(process.waitFor(), said);
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
