package outdial.formats.mail;

import java.nio.ByteBuffer;

/// A file in a mail.
public sealed interface Attachment {
    /// As the sender named it, decoded (RFC 2231, RFC 2047); empty if it has no name. Not safe as a path.
    String fileName();

    /// Type and subtype in lower case, such as `text/csv`.
    String contentType();

    /// A file that could be read.
    ///
    /// @param content its bytes with the transfer encoding undone
    record Whole(String fileName, String contentType, ByteBuffer content) implements Attachment {
        /// Keeps the bytes from the current position on, for reading only.
        public Whole {
            content = content.slice().asReadOnlyBuffer();
        }

        @Override
        public ByteBuffer content() {
            return content.duplicate();
        }
    }

    /// A file larger than the reader was told to keep; its bytes are gone.
    record TooLarge(String fileName, String contentType) implements Attachment {}
}
