package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import outdial.dialing.Ticker;

/// Each minute: has every running campaign looked after. Whatever EventBridge Scheduler sends is ignored.
public final class TickFunction implements RequestStreamHandler {
    private final Ticker ticker;

    public TickFunction() {
        this(Environment.system());
    }

    public TickFunction(Environment environment) {
        this.ticker = new Wiring(environment).ticker();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        ticker.tick();
    }
}
