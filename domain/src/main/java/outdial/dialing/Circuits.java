package outdial.dialing;

/// The circuit of each carrier, by its name.
public interface Circuits {
    /// Strongly consistent.
    Circuit of(String carrier);

    /// Puts `to` in the place of `from`; false where it is something else by now.
    boolean change(String carrier, Circuit from, Circuit to);
}
