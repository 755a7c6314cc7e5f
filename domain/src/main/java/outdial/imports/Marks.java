package outdial.imports;

import java.util.Set;
import outdial.contact.Profile;

/// What every person of a list is given, whatever its rows say: flags on top of the row's own, segment and
/// source in their place. Empty texts give nothing.
public record Marks(Set<String> flags, String segment, String source) {
    public static final Marks NONE = new Marks(Set.of(), "", "");

    public Marks {
        flags = Set.copyOf(flags);
    }

    Profile on(Profile profile) {
        return equals(NONE) ? profile : profile.marked(flags, segment, source);
    }
}
