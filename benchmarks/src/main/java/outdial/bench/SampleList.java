package outdial.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A contact list as people have them, of eight columns and about 62 bytes a row; always the same for the same
/// number of rows. Of 100 rows 40 have an e-mail address, 3 repeat an earlier one, one has no number, two are
/// British, one has an extension; half of the American numbers are in E.164, the others in five national
/// layouts.
final class SampleList {
    static final String HEADER = "phone,first_name,last_name,email,company,state,lead_score,policy";

    private static final int IN_A_HUNDRED = 100;
    private static final int PER_AREA_CODE = 8_000_000;
    private static final int FIRST_OF_AREA_CODE = 2_000_000;
    // Has no divisor in common with the numbers of an area code, so that none comes twice.
    private static final long STEP = 7_919_003;
    private static final int BRITISH_MOBILES = 1_000_000;

    private static final String[] AREAS = ("212 NY,213 CA,214 TX,215 PA,216 OH,303 CO,304 WV,305 FL,312 IL,313 MI,"
                    + "314 MO,315 NY,404 GA,405 OK,406 MT,407 FL,410 MD,412 PA,414 WI,415 CA,"
                    + "501 AR,502 KY,503 OR,504 LA,505 NM,512 TX,515 IA,602 AZ,612 MN,615 TN,"
                    + "617 MA,702 NV,704 NC,713 TX,801 UT,803 SC,804 VA,808 HI,907 AK,916 CA")
            .split(",");
    private static final String[] FIRST_NAMES = {"Maria", "James", "Aiko", "Olu", "Jean-Luc", "Zoë", "Ann", "Pedro"};
    private static final String[] LAST_NAMES = {"Garcia", "Smith", "Tanaka", "Adeyemi", "Dubois", "O'Hara", "Lee"};
    private static final String[] COMPANIES = {"Hill, Stone & Sons", "Acme", ""};
    private static final String[] JUNK = {"n/a", "12345", "call the office", "000-000-0000"};

    private SampleList() {}

    static void write(Path file, int rows) throws IOException {
        write(file, Stream.concat(Stream.of(HEADER), IntStream.range(0, rows).mapToObj(SampleList::row)));
    }

    /// American numbers alone, all different, as the Federal Trade Commission gives them out: `212,2000000`.
    static void writeNumbers(Path file, int rows) throws IOException {
        write(
                file,
                IntStream.range(0, rows)
                        .mapToObj(SampleList::tenDigits)
                        .map(digits -> digits.substring(0, 3) + "," + digits.substring(3)));
    }

    private static void write(Path file, Stream<String> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Iterator<String> left = lines.iterator(); left.hasNext(); ) {
                out.write(left.next());
                out.write('\n');
            }
        }
    }

    static String row(int n) {
        return String.join(
                ",",
                cells(n).stream()
                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                        .toList());
    }

    static List<String> cells(int n) {
        String state = n % 5 == 0 ? "" : area(n).substring(4);
        String email = n % 5 < 2 ? "person" + n + "@example.com" : "";
        return List.of(
                phone(n),
                FIRST_NAMES[n % FIRST_NAMES.length],
                LAST_NAMES[n % LAST_NAMES.length],
                email,
                COMPANIES[n % COMPANIES.length],
                state,
                Integer.toString(n % 101),
                "P-" + (1_000_000 + n));
    }

    private static String phone(int n) {
        return switch (n % IN_A_HUNDRED) {
            case 7 -> JUNK[n / IN_A_HUNDRED % JUNK.length];
            case 23, 61, 83 -> "+1" + tenDigits(n - 5);
            case 40 -> "(" + tenDigits(n).substring(0, 3) + ") " + local(n) + " x" + n % 1_000;
            case 52, 77 -> "+44 7400 %06d".formatted(n % BRITISH_MOBILES);
            default -> layout(n);
        };
    }

    private static String layout(int n) {
        String digits = tenDigits(n);
        return switch (n % 10) {
            case 0, 2, 4, 6, 8 -> "+1" + digits;
            case 1 -> "(" + digits.substring(0, 3) + ") " + local(n);
            case 3 -> digits.substring(0, 3) + "-" + local(n);
            case 5 -> digits.substring(0, 3) + "." + local(n).replace('-', '.');
            case 7 -> "1 " + digits.substring(0, 3) + " " + local(n).replace('-', ' ');
            default -> digits;
        };
    }

    private static String local(int n) {
        String digits = tenDigits(n);
        return digits.substring(3, 6) + "-" + digits.substring(6);
    }

    private static String tenDigits(int n) {
        long of = (long) (n / AREAS.length) * STEP % PER_AREA_CODE;
        return area(n).substring(0, 3) + (FIRST_OF_AREA_CODE + of);
    }

    private static String area(int n) {
        return AREAS[n % AREAS.length];
    }
}
