package outdial.local.telephony;

import java.util.Arrays;
import java.util.List;

/// Which share of calls meets which persona. Whether a number exists at all ([Personas#INVALID]) is drawn once per
/// number, everything else anew for each call to it.
public record Mix(List<Share> shares) {
    /// So many of all shares meet this persona.
    public record Share(Persona persona, int weight) {
        public Share {
            if (weight < 1) {
                throw new IllegalArgumentException("a share is at least 1, was " + weight);
            }
        }
    }

    public Mix {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a mix needs at least one share");
        }
    }

    /// What an ordinary list meets, in hundredths.
    public static Mix usual() {
        return parse("listens 40, interested 12, opts-out 4, hangs-up 3, voicemail 10,"
                + " busy 10, no-answer 16, invalid 2, rejected 2, carrier-error 1");
    }

    /// The form of a people file: `listens 40, busy 10`.
    static Mix parse(String text) {
        return new Mix(Arrays.stream(text.split(",")).map(Mix::share).toList());
    }

    private static Share share(String text) {
        String share = text.strip();
        int lastSpace = share.lastIndexOf(' ');
        if (lastSpace < 0) {
            throw new IllegalArgumentException("a share is '<persona> <number>', was '" + share + "'");
        }
        return new Share(
                Personas.named(share.substring(0, lastSpace)), Integer.parseInt(share.substring(lastSpace + 1)));
    }

    /// Whom a call meets, by one die thrown for the number and one for this call to it.
    Persona draw(Dice number, Dice call) {
        Share first = pick(shares, number);
        if (first.persona().equals(Personas.INVALID)) {
            return Personas.INVALID;
        }
        List<Share> existing = shares.stream()
                .filter(share -> !share.persona().equals(Personas.INVALID))
                .toList();
        return pick(existing, call).persona();
    }

    private static Share pick(List<Share> shares, Dice dice) {
        int thrown = dice.below(shares.stream().mapToInt(Share::weight).sum());
        for (Share share : shares) {
            thrown -= share.weight();
            if (thrown < 0) {
                return share;
            }
        }
        throw new AssertionError("thrown beyond the last share");
    }
}
