package outdial.local.template;

import java.io.Serial;

/// The template asks for something that the local cloud does not do, or is wrong. The message names the file, the
/// resource and the property, and says what would have been understood.
public final class TemplateRejected extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public TemplateRejected(String where, String problem) {
        super(where + ": " + problem);
    }
}
