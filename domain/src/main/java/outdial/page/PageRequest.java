package outdial.page;

import java.util.Optional;

/// Asks for at most `limit` items (1 to 100) after the one the cursor of an earlier page stands for.
public record PageRequest(int limit, Optional<String> cursor) {
    public static final int MOST = 100;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", was " + limit);
        }
    }
}
