package outdial.simulation;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import outdial.contact.Profile;
import outdial.contact.Profile.Place;

/// What people write into the address book about somebody who is in it.
final class Edits {
    private static final int HIGHEST_SCORE = 100;

    private final Random dice;

    Edits(Random dice) {
        this.dice = dice;
    }

    Profile of(Profile now) {
        return switch (dice.nextInt(7)) {
            case 0 -> about(now, now.place(), any(Town.SEGMENTS), now.score(), now.fields());
            case 1 ->
                about(now, now.place(), now.segment(), OptionalInt.of(dice.nextInt(HIGHEST_SCORE + 1)), now.fields());
            case 2 -> about(now, now.place(), now.segment(), now.score(), Map.of("consent", any(List.of("yes", "no"))));
            case 3 -> about(now, now.place(), now.segment(), now.score(), Map.of());
            case 4 -> about(now, new Place(any(Town.STATES), "US", ""), now.segment(), now.score(), now.fields());
            case 5 -> about(now, new Place("", any(Town.COUNTRIES), ""), now.segment(), now.score(), now.fields());
            default -> about(now, new Place("", "", any(Town.OWN_ZONES)), now.segment(), now.score(), now.fields());
        };
    }

    private static Profile about(
            Profile now, Place place, String segment, OptionalInt score, Map<String, String> fields) {
        return new Profile(
                now.phone(),
                now.email(),
                now.name(),
                now.company(),
                place,
                now.flags(),
                segment,
                now.source(),
                score,
                fields);
    }

    private <T> T any(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
