package outdial.functions.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import outdial.formats.csv.CsvDialect;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRows;
import outdial.formats.csv.RecordPlace;
import outdial.formats.plain.PlainText;
import outdial.formats.plain.Rewriting;
import outdial.formats.text.EncodingCensus;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import outdial.imports.Place;
import outdial.imports.Uploads;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// `Lists` in an S3 bucket. What is read is pinned by version and ETag: a list that is overwritten in the
/// middle of an import changes nothing, and one that is gone is an error.
public final class S3Lists implements Lists {
    /// Read in pieces that the SDK can ask for again when a connection breaks. Most chunks are one piece.
    private static final long PIECE = 8L * 1024 * 1024;

    /// Looked through in a tenth of a second (docs/performance.md), once it is here; a list that has nothing
    /// but ASCII for so long has it to the end.
    private static final long SEARCHED_FOR_ENCODING = 256L * 1024 * 1024;

    private static final int NOT_FOUND = 404;
    private static final int DELETE_MARKER = 405;
    private static final int THERE_ALREADY = 412;
    private static final String ROOT = "imports/";

    private final S3Client s3;
    private final String bucket;

    public S3Lists(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<ListFile> find(String key, String version) {
        try {
            HeadObjectResponse head = s3.headObject(request -> {
                request.bucket(bucket).key(key);
                if (!version.isEmpty()) request.versionId(version);
            });
            String pinned = Optional.ofNullable(head.versionId()).orElse(version);
            return Optional.of(new ListFile(key, pinned, head.eTag(), head.contentLength(), head.lastModified()));
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == DELETE_MARKER) return Optional.empty();
            throw refused;
        }
    }

    @Override
    public Plain plain(Details details, ListFile file) {
        if (file.bytes() == 0 || PlainText.isPlain(start(file))) return new Plain.Text(file);
        String key = "plain/" + details.workspace() + "/" + details.id() + ".csv";
        return find(key, "")
                .<Plain>map(Plain.Text::new)
                .orElseGet(() -> rewrite(file, key)
                        .<Plain>map(Plain.Refused::new)
                        .orElseGet(() -> new Plain.Text(find(key, "").orElseThrow())));
    }

    /// Two planners at once write the same text, of which either may be taken.
    private Optional<Failure> rewrite(ListFile file, String key) {
        try (JoinedObject text = new JoinedObject(s3, bucket, key)) {
            return switch (new PlainText().rewrite(bytes(file, 0, file.bytes()), text)) {
                case Rewriting.Done() -> {
                    text.finish();
                    yield Optional.empty();
                }
                case Rewriting.Refused(Rewriting.Reason reason, String detail) ->
                    Optional.of(Failure.of(Answers.reason(reason), detail));
            };
        }
    }

    @Override
    public Head head(ListFile text) {
        if (text.bytes() == 0) return new Head.Refused(Failure.Reason.EMPTY_FILE);
        return charset(text)
                .map(charset -> Answers.head(CsvHead.read(start(text), charset)))
                .orElseGet(() -> new Head.Refused(Failure.Reason.UNKNOWN_ENCODING));
    }

    /// A letter that is not ASCII may come late.
    private Optional<Charset> charset(ListFile text) {
        EncodingCensus census = new EncodingCensus();
        long most = Math.min(text.bytes(), SEARCHED_FOR_ENCODING);
        for (long at = 0; at < most && !census.decided(); at += PIECE) {
            census.look(piece(text, at, Math.min(most, at + PIECE)));
        }
        return census.answer();
    }

    private byte[] start(ListFile file) {
        return piece(file, 0, Math.min(CsvHead.BYTES, file.bytes()));
    }

    @Override
    public Stream<ListRow> rows(ListFile file, Layout layout, Place from, long to) {
        CsvDialect dialect = new CsvDialect(Charset.forName(layout.charset()), layout.delimiter());
        RecordPlace start = new RecordPlace(from.offset(), from.number(), from.line());
        CsvRows rows = new CsvRows(bytes(file, from.offset(), to), dialect, start);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(Answers::row);
    }

    @Override
    public void put(Details details, ByteBuffer content) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(Uploads.path(details)).ifNoneMatch("*"),
                    RequestBody.fromByteBuffer(content));
        } catch (S3Exception refused) {
            if (refused.statusCode() != THERE_ALREADY) throw refused;
        }
    }

    @Override
    public void reject(String key, Failure failure) {
        String text = key + " was not imported.\n\n" + failure.message() + "\n\n(" + failure.reason() + ")\n";
        String path = key.startsWith(ROOT) ? key.substring(ROOT.length()) : key;
        s3.putObject(
                request -> request.bucket(bucket)
                        .key("rejected/" + path + ".txt")
                        .contentType("text/plain; charset=utf-8"),
                RequestBody.fromString(text, UTF_8));
    }

    private InputStream bytes(ListFile file, long from, long to) {
        return new Pieces(LongStream.iterate(from, at -> at < to, at -> at + PIECE)
                .mapToObj(at -> piece(file, at, Math.min(to, at + PIECE)))
                .iterator());
    }

    private byte[] piece(ListFile file, long from, long to) {
        return s3.getObjectAsBytes(request -> {
                    request.bucket(bucket)
                            .key(file.key())
                            .range("bytes=" + from + "-" + (to - 1))
                            .ifMatch(file.etag());
                    if (!file.version().isEmpty()) request.versionId(file.version());
                })
                .asByteArrayUnsafe();
    }
}
