package outdial.workspace;

import java.util.regex.Pattern;

/// Names a tenant; everything belongs to exactly one. Lower-case letters, digits and hyphens, 1 to 40 characters.
public record WorkspaceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public WorkspaceId {
        if (!valid(value)) {
            throw new IllegalArgumentException(
                    "a workspace id is 1 to 40 lower-case letters, digits and hyphens, was " + value);
        }
    }

    public static boolean valid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
