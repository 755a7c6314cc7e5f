package outdial.rules;

import java.util.regex.Pattern;

/// A country (`FR`, ISO 3166-1) or a part of one (`US-FL`, ISO 3166-2) that has its own law.
public record Region(String code) implements Comparable<Region> {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final int COUNTRY_LENGTH = 2;

    public Region {
        if (!CODE.matcher(code).matches())
            throw new IllegalArgumentException("a region must be such as FR or US-FL, was " + code);
    }

    /// Whether the text is a region's code.
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// `US` of `US-FL`, and of `US` itself.
    public Region country() {
        return code.length() == COUNTRY_LENGTH ? this : new Region(code.substring(0, COUNTRY_LENGTH));
    }

    /// Whether it is this region or a part of it.
    public boolean isWithin(Region whole) {
        return equals(whole) || country().equals(whole);
    }

    /// Whether somebody of whom only this region is known may be in that one: within it, or somewhere around
    /// it.
    public boolean mayBe(Region other) {
        return isWithin(other) || other.isWithin(this);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }
}
