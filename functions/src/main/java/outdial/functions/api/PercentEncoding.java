package outdial.functions.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Percent-encoding in paths (RFC 3986), where a plus is a plus.
final class PercentEncoding {
    private PercentEncoding() {}

    /// The text as it stands where it is not well encoded: an HTTP API has decoded its path already.
    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
