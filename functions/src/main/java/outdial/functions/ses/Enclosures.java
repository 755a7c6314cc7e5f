package outdial.functions.ses;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import outdial.formats.mail.Attachment;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;

/// Tells which files of a mail are lists, by name and where that says nothing by type. What may have been meant
/// as a list and is none is named with the reason; pictures of signatures and the like are nobody's concern.
final class Enclosures {
    private static final String NO_NAME = "list";
    private static final int LONGEST_NAME = 200;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[/\\\\\\p{Cntrl}]");

    private static final Pattern LIST_NAMES =
            Pattern.compile(".*\\.(?:csv|tsv|txt|csv\\.gz|tsv\\.gz|txt\\.gz|zip|xlsx)");
    private static final Pattern OLD_SPREADSHEETS = Pattern.compile(".*\\.(?:xls|xlsb|xlsm|ods|numbers)");
    private static final Pattern SEALED = Pattern.compile(".*\\.(?:p7m|asc\\.pgp)");

    private static final Map<String, String> LIST_TYPES = Map.of(
            "text/csv", ".csv",
            "text/x-csv", ".csv",
            "application/csv", ".csv",
            "text/comma-separated-values", ".csv",
            "text/tab-separated-values", ".tsv",
            "application/zip", ".zip",
            "application/x-zip-compressed", ".zip",
            "application/gzip", ".csv.gz",
            "application/x-gzip", ".csv.gz",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private static final Set<String> OUTLOOK_TYPES = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final Set<String> OLD_TYPES =
            Set.of("application/vnd.ms-excel", "application/vnd.oasis.opendocument.spreadsheet");
    private static final Set<String> SEALED_TYPES =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

    private Enclosures() {}

    static List<Enclosure> of(List<Attachment> attachments) {
        return attachments.stream().flatMap(one -> of(one).stream()).toList();
    }

    private static Optional<Enclosure> of(Attachment attachment) {
        String name = safe(attachment.fileName());
        String low = name.toLowerCase(Locale.ROOT);
        String type = attachment.contentType();
        boolean named = LIST_NAMES.matcher(low).matches();
        if (named || LIST_TYPES.containsKey(type)) {
            return Optional.of(
                    list(named ? name : cut(name.isEmpty() ? NO_NAME : name) + LIST_TYPES.get(type), attachment));
        }
        return unusable(low, type).map(reason -> new Enclosure.Unusable(name.isEmpty() ? NO_NAME : name, reason));
    }

    private static Enclosure list(String name, Attachment attachment) {
        return switch (attachment) {
            case Attachment.Whole whole -> new Enclosure.ContactList(name, whole.content());
            case Attachment.TooLarge _ -> new Enclosure.Unusable(name, Reason.ATTACHMENT_TOO_LARGE);
        };
    }

    private static Optional<Reason> unusable(String name, String type) {
        if (name.equals("winmail.dat") || OUTLOOK_TYPES.contains(type)) return Optional.of(Reason.OUTLOOK_ATTACHMENT);
        if (OLD_SPREADSHEETS.matcher(name).matches() || OLD_TYPES.contains(type)) {
            return Optional.of(Reason.OLD_SPREADSHEET);
        }
        if (name.endsWith(".msg") || type.equals("application/vnd.ms-outlook")) {
            return Optional.of(Reason.OUTLOOK_MESSAGE);
        }
        boolean sealed = SEALED.matcher(name).matches() || SEALED_TYPES.contains(type);
        return sealed ? Optional.of(Reason.SEALED_MAIL) : Optional.empty();
    }

    /// The end of a long name is kept: it says what the file is.
    private static String safe(String name) {
        String safe = NOT_IN_A_NAME.matcher(name.strip()).replaceAll("_");
        return safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
    }

    private static String cut(String name) {
        int room = LONGEST_NAME - ".csv.gz".length();
        return name.substring(0, Math.min(name.length(), room));
    }
}
