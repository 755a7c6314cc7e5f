package outdial.simulation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `./outdial simulate` was asked for.
record Options(
        long seed,
        int contacts,
        int days,
        Faults.Level faults,
        Optional<Path> people,
        Optional<Path> campaigns,
        Optional<Path> ledger,
        boolean json) {
    static final String USAGE = "[--seed N] [--contacts N] [--days N] [--faults none|low|high]"
            + " [--contacts-file CSV] [--campaigns FILE.json] [--ledger FILE.csv] [--json]";
    static final int MOST_CONTACTS = 5_000_000;
    static final int MOST_DAYS = 60;
    private static final Options USUAL =
            new Options(1, 200, 1, Faults.Level.LOW, Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// @throws Misused something is not known, missing or out of range
    static Options read(List<String> arguments) {
        Options options = USUAL;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals("--json")) {
                options = options.asJson();
            } else {
                i++;
                if (i == arguments.size()) throw new Misused(name + " needs a value, or is not known here.");
                options = options.with(name, arguments.get(i));
            }
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seed" -> new Options(whole(name, value), contacts, days, faults, people, campaigns, ledger, json);
            case "--contacts" ->
                new Options(seed, upTo(name, value, MOST_CONTACTS), days, faults, people, campaigns, ledger, json);
            case "--days" ->
                new Options(seed, contacts, upTo(name, value, MOST_DAYS), faults, people, campaigns, ledger, json);
            case "--faults" -> new Options(seed, contacts, days, level(value), people, campaigns, ledger, json);
            case "--contacts-file" -> new Options(seed, contacts, days, faults, path(value), campaigns, ledger, json);
            case "--campaigns" -> new Options(seed, contacts, days, faults, people, path(value), ledger, json);
            case "--ledger" -> new Options(seed, contacts, days, faults, people, campaigns, path(value), json);
            default -> throw new Misused("There is no option " + name + ".");
        };
    }

    private Options asJson() {
        return new Options(seed, contacts, days, faults, people, campaigns, ledger, true);
    }

    private static Optional<Path> path(String value) {
        return Optional.of(Path.of(value));
    }

    private static Faults.Level level(String value) {
        return Arrays.stream(Faults.Level.values())
                .filter(level -> level.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Misused("--faults is one of "
                        + Arrays.stream(Faults.Level.values())
                                .map(level -> level.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", was " + value + "."));
    }

    private static int upTo(String name, String value, int most) {
        long number = whole(name, value);
        if (number < 1 || number > most) throw new Misused(name + " is 1 to " + most + ", was " + value + ".");
        return (int) number;
    }

    private static long whole(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new Misused(name + " is a whole number, was " + value + ".");
        }
    }
}
