package outdial.functions.s3;

import outdial.imports.Details;

/// Where reports lie.
final class ReportKeys {
    private ReportKeys() {}

    static String report(Details details) {
        return "reports/" + details.workspace() + "/" + details.id() + ".csv";
    }

    static String part(Details details, int chunk) {
        return "reports/" + details.workspace() + "/" + details.id() + "/part-%05d.csv".formatted(chunk);
    }
}
