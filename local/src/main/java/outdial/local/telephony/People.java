package outdial.local.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everybody who can be called, and how each behaves in each call. The same seed, number and count of earlier calls to
/// that number give the same person, whatever the timing. Immutable.
///
/// As a file, one line each, `#` starts a comment, all lines optional:
/// ```
/// seed 42
/// mix listens 70, busy 20, no-answer 10       # everybody not named below; default Mix.usual()
/// +12065550101 busy, no-answer, interested    # first, second, third and every later call
/// +12065550102 presses 5 1                    # 5 at the first prompt for digits, 1 at the second
/// +12065550103 sip 488                        # refused with this code
/// ```
public final class People {
    private final long seed;
    private final Mix mix;
    private final Map<String, List<Persona>> named;

    private People(long seed, Mix mix, Map<String, List<Persona>> named) {
        this.seed = seed;
        this.mix = mix;
        this.named = Map.copyOf(named);
    }

    /// Everybody by chance, in these shares.
    public static People mixed(long seed, Mix mix) {
        return new People(seed, mix, Map.of());
    }

    /// Everybody the same.
    public static People all(Persona persona) {
        return mixed(0, new Mix(List.of(new Mix.Share(persona, 1))));
    }

    /// @throws IllegalArgumentException a line is not as described above; the message has its number
    public static People read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /// @throws IllegalArgumentException a line is not as described above; the message has its number
    public static People parse(String text) {
        People people = mixed(0, Mix.usual());
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                people = people.withLine(line.replaceFirst("#.*", "").strip());
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return people;
    }

    /// The same people, but for whoever has this number: how they behave in the first call, the second, and so on; the
    /// last persona also in all later ones.
    public People with(String number, Persona... calls) {
        if (!number.startsWith("+") || !CallRequest.isPhoneNumber(number) || calls.length == 0) {
            throw new IllegalArgumentException("a person has a number such as +12065550100 and a persona");
        }
        Map<String, List<Persona>> more = new HashMap<>(named);
        more.put(number, List.of(calls));
        return new People(seed, mix, more);
    }

    Person person(String number, int earlierCalls) {
        Dice call = new Dice(seed, number + "#" + earlierCalls);
        return Person.of(persona(number, earlierCalls, call), call);
    }

    private Persona persona(String number, int earlierCalls, Dice call) {
        List<Persona> calls = named.get(number);
        return calls == null
                ? mix.draw(new Dice(seed, number), call)
                : calls.get(Math.min(earlierCalls, calls.size() - 1));
    }

    private People withLine(String line) {
        if (line.isEmpty()) {
            return this;
        }
        String[] words = line.split("\\s+", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("a line is 'seed', 'mix' or a phone number, and what it has");
        }
        return switch (words[0]) {
            case "seed" -> new People(Long.parseLong(words[1]), mix, named);
            case "mix" -> new People(seed, Mix.parse(words[1]), named);
            default -> {
                Persona[] calls = List.of(words[1].split(",")).stream()
                        .map(Personas::named)
                        .toArray(Persona[]::new);
                yield with(words[0], calls);
            }
        };
    }
}
