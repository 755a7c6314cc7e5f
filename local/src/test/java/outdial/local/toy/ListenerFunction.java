package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import outdial.functions.Environment;

public final class ListenerFunction implements RequestStreamHandler {
    private final List<String> seen;

    public ListenerFunction(Environment environment) {
        this.seen = Recorder.of(environment, "Listener");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (event.contains("explode")) {
            throw new IOException("exploded");
        }
        seen.add(event);
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
