package outdial.local.adapters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.functions.s3.S3Lists;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Failure.Reason;
import outdial.imports.ImportId;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import outdial.imports.Options;
import outdial.imports.Source;
import outdial.imports.Target;
import outdial.local.LocalCloud;
import outdial.local.LocalStack;
import outdial.local.Outdial;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Lists that are rewritten as plain text, in parts of 8 MB.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class S3ListsTest {
    private static final int ROWS = 400_000;
    private static final byte[] LIST = list();

    private static LocalCloud cloud;
    private static S3Client s3;
    private static String bucket;
    private static Lists lists;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(LocalStack.keeping(
                outdial.local.Options.of(Path.of("../template.yaml")).with(Outdial.PARAMETERS)));
        s3 = cloud.clients().s3();
        bucket = cloud.environmentOf("ImportPlanner").getOrDefault("IMPORTS_BUCKET", "");
        lists = new S3Lists(s3, bucket);
    }

    @AfterAll
    static void stop() {
        s3.close();
        cloud.close();
    }

    @Test
    void a_list_of_several_parts_is_rewritten_byte_for_byte() throws IOException {
        ListFile text = text("a", dropped("a", gzip(LIST)));

        assertThat(text.bytes()).isEqualTo(LIST.length).isGreaterThan(16 * 1024 * 1024);
        assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key(text.key()))
                        .asByteArray())
                .isEqualTo(LIST);
        Lists.Head.Found head = (Lists.Head.Found) lists.head(text);
        try (Stream<ListRow> rows = lists.rows(text, head.layout(), head.rows(), text.bytes())) {
            assertThat(rows.filter(ListRow.Cells.class::isInstance)).hasSize(ROWS);
        }
    }

    @Test
    void a_planner_that_is_told_again_finds_what_was_rewritten() throws IOException {
        ListFile file = dropped("b", gzip(LIST));
        ListFile first = text("b", file);

        assertThat(text("b", file)).isEqualTo(first);
        assertThat(versions(first.key())).isEqualTo(1);
    }

    @Test
    void one_that_died_before_it_was_finished_leaves_nothing_and_the_next_writes_the_same() throws IOException {
        ListFile file = dropped("c", gzip(LIST));
        ListFile first = text("c", file);
        s3.deleteObject(delete -> delete.bucket(bucket).key(first.key()).versionId(first.version()));
        assertThat(lists.find(first.key(), "")).isEmpty();

        ListFile second = text("c", file);

        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void of_a_damaged_archive_nothing_is_left() throws IOException {
        byte[] packed = gzip(LIST);
        ListFile file = dropped("d", Arrays.copyOf(packed, packed.length - 1));

        assertThat(lists.plain(details("d"), file)).isEqualTo(new Lists.Plain.Refused(Failure.of(Reason.DAMAGED_FILE)));

        assertThat(lists.find("plain/clinic/" + details("d").id() + ".csv", "")).isEmpty();
        assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .isEmpty();
    }

    private static ListFile text(String name, ListFile file) {
        return ((Lists.Plain.Text) lists.plain(details(name), file)).text();
    }

    private static int versions(String key) {
        return s3.listObjectVersions(list -> list.bucket(bucket).prefix(key))
                .versions()
                .size();
    }

    private static ListFile dropped(String name, byte[] bytes) {
        String key = "elsewhere/" + name + ".csv.gz";
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        return lists.find(key, "").orElseThrow();
    }

    private static Details details(String name) {
        return new Details(
                ImportId.of(Instant.EPOCH, name),
                new WorkspaceId("clinic"),
                Target.parse("contacts"),
                Source.S3,
                name + ".csv.gz",
                "somebody",
                Options.USUAL,
                Instant.EPOCH);
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] list() {
        Random random = new Random(20_261_122);
        StringBuilder list = new StringBuilder("phone,note\n");
        for (int row = 0; row < ROWS; row++) {
            list.append("+1202%07d,%032x\n".formatted(2_000_000 + row, random.nextLong()));
        }
        return list.toString().getBytes(US_ASCII);
    }
}
