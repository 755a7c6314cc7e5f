package outdial.local.telephony;

import java.io.Serial;

/// The first thing wrong with a reply. Thrown only while one is read, where returning it through every nested member
/// would drown the rules; [ReplyReader] turns it into a value.
final class BadReply extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String errorType;

    BadReply(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    static BadReply parameter(String message) {
        return new BadReply("InvalidActionParameter", message);
    }

    String errorType() {
        return errorType;
    }
}
