package outdial.rules;

/// How sure a rule is; only what is confirmed applies unless it is switched on.
public enum Confidence {
    /// The text of the law, or a law firm's account of it, was read.
    CONFIRMED("C"),
    /// Only vendors' tables say so.
    AGGREGATED("C-agg"),
    /// Common knowledge that nobody has checked.
    UNVERIFIED("K");

    private final String mark;

    Confidence(String mark) {
        this.mark = mark;
    }

    /// As in the file of the rules.
    public String mark() {
        return mark;
    }
}
