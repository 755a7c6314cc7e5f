package outdial.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// The value of `--now`: RFC 3339 such as `2026-11-23T15:00:00Z` or `2026-11-23T10:00-05:00`, or a local time with its
/// zone in the form of RFC 9557, such as `2026-11-23T10:00[America/New_York]`. Seconds may be left out.
public final class Now {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    private Now() {}

    /// @throws IllegalArgumentException with a sentence for the user
    public static Instant parse(String text) {
        try {
            return ZonedDateTime.parse(text, FORMAT).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--now must be a time such as 2026-11-23T15:00:00Z, 2026-11-23T10:00-05:00"
                            + " or '2026-11-23T10:00[America/New_York]', was '" + text + "'",
                    e);
        }
    }
}
