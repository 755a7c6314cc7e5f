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
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.CsvRows;
import outdial.formats.csv.RecordPlace;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import outdial.imports.Place;
import outdial.imports.RowProblem;
import outdial.imports.Uploads;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// `Lists` in an S3 bucket. What is read is pinned by version and ETag: a list that is overwritten in the middle of an
/// import changes nothing, and one that is gone is an error.
public final class S3Lists implements Lists {
    /// Read in pieces that the SDK can ask for again when a connection breaks. Most chunks are one piece.
    private static final long PIECE = 8L * 1024 * 1024;

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
    public Head head(ListFile file) {
        if (file.bytes() == 0) return new Head.Refused(Failure.Reason.EMPTY_FILE);
        return switch (CsvHead.read(piece(file, 0, Math.min(CsvHead.BYTES, file.bytes())))) {
            case CsvHead.Found(CsvDialect dialect, var header, RecordPlace rows) ->
                new Head.Found(new Layout(dialect.charset().name(), dialect.delimiter(), header), place(rows));
            case CsvHead.Headless(CsvDialect dialect, var first, RecordPlace rows) ->
                new Head.Headless(dialect.charset().name(), dialect.delimiter(), first, place(rows));
            case CsvHead.Refused(CsvHead.Reason reason) -> new Head.Refused(reason(reason));
        };
    }

    @Override
    public Stream<ListRow> rows(ListFile file, Layout layout, Place from, long to) {
        CsvDialect dialect = new CsvDialect(Charset.forName(layout.charset()), layout.delimiter());
        RecordPlace start = new RecordPlace(from.offset(), from.number(), from.line());
        CsvRows rows = new CsvRows(bytes(file, from.offset(), to), dialect, start);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(S3Lists::row);
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

    private static ListRow row(CsvRow row) {
        return switch (row) {
            case CsvRow.Cells cells -> new ListRow.Cells(place(cells.place()), cells.text(), cells.cells());
            case CsvRow.Broken broken ->
                new ListRow.Broken(place(broken.place()), broken.text(), problem(broken.problem()));
        };
    }

    private static Place place(RecordPlace place) {
        return new Place(place.offset(), place.number(), place.line());
    }

    private static RowProblem problem(CsvRow.Problem problem) {
        return switch (problem) {
            case UNCLOSED_QUOTE -> RowProblem.UNCLOSED_QUOTE;
            case TOO_LONG -> RowProblem.ROW_TOO_LONG;
            case BAD_ENCODING -> RowProblem.BAD_ENCODING;
        };
    }

    private static Failure.Reason reason(CsvHead.Reason reason) {
        return switch (reason) {
            case EMPTY_FILE -> Failure.Reason.EMPTY_FILE;
            case BINARY -> Failure.Reason.BINARY;
            case UNKNOWN_ENCODING -> Failure.Reason.UNKNOWN_ENCODING;
            case BROKEN_HEADER -> Failure.Reason.BROKEN_HEADER;
        };
    }
}
