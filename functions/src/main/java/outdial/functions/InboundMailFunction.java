package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import outdial.functions.json.Json;
import outdial.functions.ses.Letters;
import outdial.functions.ses.SesNotice;
import outdial.imports.MailDoor;

/// A mail came for a campaign. SES has put it into the mail bucket before it invokes this function.
public final class InboundMailFunction implements RequestStreamHandler {
    private final Letters letters;
    private final MailDoor door;

    public InboundMailFunction() {
        this(Environment.system());
    }

    public InboundMailFunction(Environment environment) {
        MailWiring wiring = new MailWiring(environment);
        this.letters = wiring.letters();
        this.door = wiring.door();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        SesNotice.read(Json.tree(event)).stream().map(letters::open).forEach(door::receive);
    }
}
