package outdial.functions.sqs;

import org.jspecify.annotations.Nullable;

/// Checks of messages: JSON that lacks a field reads as null.
final class Required {
    private Required() {}

    /// @throws IllegalArgumentException the field is missing
    static void field(String name, @Nullable Object value) {
        if (value == null) throw new IllegalArgumentException("message without " + name);
    }
}
