package outdial.functions.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import outdial.formats.csv.CsvWriter;
import outdial.imports.Import;
import outdial.imports.Report;
import outdial.imports.Reports;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// `Reports` in an S3 bucket: a part for each chunk, and all of them joined.
public final class S3Reports implements Reports {
    static final String CSV = "text/csv; charset=utf-8";

    private final S3Client s3;
    private final String bucket;

    public S3Reports(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void part(Import.Reading under, int chunk, List<Report.Line> lines) {
        byte[] rows = csv(lines.stream().map(Report.Line::cells).toList());
        s3.putObject(
                request -> request.bucket(bucket)
                        .key(ReportKeys.part(under.details(), chunk))
                        .contentType(CSV),
                RequestBody.fromBytes(rows));
    }

    @Override
    public void join(Import.Reading done) {
        try (JoinedObject report = new JoinedObject(s3, bucket, ReportKeys.report(done.details()))) {
            report.write(csv(List.of(Report.header(done.layout().header()))));
            for (int chunk = 1; chunk <= done.extent().chunks(); chunk++) {
                report.write(bytes(ReportKeys.part(done.details(), chunk)));
            }
            report.finish();
        }
    }

    private byte[] bytes(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text);
        rows.forEach(writer::row);
        return text.toString().getBytes(UTF_8);
    }
}
