package outdial.local.aws.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mail as it came.
///
/// @param id the message id that SES gives it
/// @param sender of the envelope
/// @param recipients of the envelope
record ReceivedMail(String id, String sender, List<String> recipients, Raw raw) {
    ReceivedMail {
        recipients = List.copyOf(recipients);
    }

    record Header(String name, String value) {}

    /// Headers and body as bytes.
    static final class Raw {
        private final byte[] bytes;
        private final List<Header> headers;

        Raw(byte[] bytes) {
            this.bytes = bytes.clone();
            this.headers = parsed(bytes);
        }

        byte[] bytes() {
            return bytes.clone();
        }

        /// In the order of the mail, each on one line, whatever is encoded in it left so.
        List<Header> headers() {
            return headers;
        }

        Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }

        private static List<Header> parsed(byte[] bytes) {
            List<String> unfolded = new ArrayList<>();
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1)) {
                if (line.isEmpty()) {
                    break;
                }
                boolean continued = line.startsWith(" ") || line.startsWith("\t");
                if (continued && !unfolded.isEmpty()) {
                    unfolded.add(unfolded.removeLast() + " " + line.strip());
                } else {
                    unfolded.add(line);
                }
            }
            return unfolded.stream()
                    .filter(line -> line.indexOf(':') > 0)
                    .map(line -> new Header(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip()))
                    .toList();
        }
    }
}
