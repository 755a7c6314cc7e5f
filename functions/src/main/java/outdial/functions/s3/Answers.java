package outdial.functions.s3;

import outdial.formats.csv.CsvDialect;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.RecordPlace;
import outdial.formats.plain.Rewriting;
import outdial.imports.Failure;
import outdial.imports.Layout;
import outdial.imports.ListRow;
import outdial.imports.Lists.Head;
import outdial.imports.Place;
import outdial.imports.RowProblem;

/// What the readers of files say, in the words of imports.
final class Answers {
    private Answers() {}

    static Head head(CsvHead head) {
        return switch (head) {
            case CsvHead.Found found ->
                new Head.Found(
                        new Layout(
                                found.dialect().charset().name(),
                                found.dialect().delimiter(),
                                found.header()),
                        place(found.rows()),
                        found.samples());
            case CsvHead.Headless(CsvDialect dialect, var first, RecordPlace rows) ->
                new Head.Headless(dialect.charset().name(), dialect.delimiter(), first, place(rows));
            case CsvHead.Refused(CsvHead.Reason reason) -> new Head.Refused(reason(reason));
        };
    }

    static ListRow row(CsvRow row) {
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

    static Failure.Reason reason(Rewriting.Reason reason) {
        return switch (reason) {
            case DAMAGED -> Failure.Reason.DAMAGED_FILE;
            case LOCKED -> Failure.Reason.LOCKED_FILE;
            case OTHER_WORKBOOK -> Failure.Reason.OTHER_WORKBOOK;
            case NO_SHEET -> Failure.Reason.NO_SHEET;
            case NO_LIST -> Failure.Reason.NO_LIST_INSIDE;
            case SEVERAL_LISTS -> Failure.Reason.SEVERAL_LISTS_INSIDE;
            case NESTED -> Failure.Reason.NESTED_ARCHIVE;
            case TOO_LARGE -> Failure.Reason.ARCHIVE_TOO_LARGE;
            case UNPACKS_TOO_LARGE -> Failure.Reason.UNPACKS_TOO_LARGE;
        };
    }
}
