package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import outdial.dialing.Ticker;

/// Each minute: has every running campaign looked after, and now and then counts again. Whatever EventBridge
/// Scheduler sends is ignored.
public final class TickFunction implements RequestStreamHandler {
    private final Ticker ticker;
    private final Recounting recounting;

    public TickFunction() {
        this(Environment.system());
    }

    public TickFunction(Environment environment) {
        Wiring wiring = new Wiring(environment);
        this.ticker = wiring.ticker();
        this.recounting = wiring.recounting();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        ticker.tick();
        recounting.tick();
    }
}
