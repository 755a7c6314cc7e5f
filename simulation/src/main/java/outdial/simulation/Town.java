package outdial.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up people: the n-th has the n-th number. The first thousands of numbers are those reserved for fiction, the
/// rest look like numbers of their area; nobody is called in either case, since there is no telephone here.
final class Town {
    static final List<String> SEGMENTS = List.of("Gold", "Silver", "Bronze");
    static final List<String> STATES = List.of("FL", "WA", "LA", "HI");

    /// Where some moved to, of whose address nothing else is known.
    static final List<String> COUNTRIES = List.of("FR", "GB", "JP");

    static final List<String> OWN_ZONES = List.of("America/New_York", "Asia/Tokyo", "Europe/Berlin");

    private static final int LINES = 10_000;
    private static final int FICTIONAL_LINES = 100;
    private static final int FIRST_EXCHANGE = 220;
    private static final int FRENCH_FICTION = 99_000_000;
    private static final int AUSTRALIAN_FICTION = 570_000;

    /// North America, in all of its zones.
    private static final List<String> AREA_CODES = List.of(
            "212", "312", "213", "303", "808", "416", "907", "202", "305", "404", "617", "214", "504", "615", "602",
            "206", "702", "514", "604", "902");

    /// So many neighbours have the same area code: a small town is in few zones.
    private static final int NEIGHBOURS = 5;

    private static final List<String> BRITISH_AREAS =
            List.of("113", "114", "116", "117", "118", "121", "131", "141", "151", "161");

    private Town() {}

    /// Of ten people seven live in North America, and one each in Great Britain, France and Australia.
    static String phone(int n) {
        int ten = n / 10;
        return switch (n % 10) {
            case 7 -> "+44%s496%04d".formatted(BRITISH_AREAS.get(ten / LINES % BRITISH_AREAS.size()), ten % LINES);
            case 8 -> "+331%08d".formatted(FRENCH_FICTION + ten);
            case 9 -> "+61491%06d".formatted(AUSTRALIAN_FICTION + ten);
            default -> american(ten * 7 + n % 10);
        };
    }

    /// As a list has the n-th person: some live elsewhere than their number does, some have a time zone of
    /// their own.
    static Map<String, String> row(int n) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("phone", phone(n));
        row.put("segment", SEGMENTS.get(n % SEGMENTS.size()));
        row.put("score", Integer.toString(n * 37 % 101));
        if (n % 4 != 0) row.put("consent", n % 8 == 1 ? "no" : "yes");
        if (n % 10 < 7 && n % 3 == 1) {
            row.put("state", STATES.get(n % STATES.size()));
            row.put("country", "US");
        }
        if (n % 10 < 7 && n % 9 == 2) row.put("country", COUNTRIES.get(n % COUNTRIES.size()));
        if (n % 11 == 2) row.put("timezone", OWN_ZONES.get(n % OWN_ZONES.size()));
        return row;
    }

    private static String american(int n) {
        String area = AREA_CODES.get(n / NEIGHBOURS % AREA_CODES.size());
        int line = n / (NEIGHBOURS * AREA_CODES.size()) * NEIGHBOURS + n % NEIGHBOURS;
        int beyond = line - FICTIONAL_LINES;
        return beyond < 0
                ? "+1%s55501%02d".formatted(area, line)
                : "+1%s%03d%04d".formatted(area, FIRST_EXCHANGE + beyond / LINES, beyond % LINES);
    }
}
