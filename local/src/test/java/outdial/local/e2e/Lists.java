package outdial.local.e2e;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Contact lists for tests, with numbers that are nobody's.
final class Lists {
    private Lists() {}

    /// `count` people, from `+12025550101` on; the exchange 555-01 has a hundred numbers in each area code.
    static String of(int count) {
        return "first name,phone\n"
                + IntStream.range(0, count)
                        .mapToObj(n -> "Person " + n + "," + phone(n))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    static String phone(int n) {
        String[] areas = {"202", "212", "312", "415", "617"};
        return "+1%s55501%02d".formatted(areas[n / 99], n % 99 + 1);
    }
}
