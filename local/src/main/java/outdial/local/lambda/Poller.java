package outdial.local.lambda;

import java.io.IOException;

/// Looks once for something to hand to a function, waiting a while if there is nothing.
interface Poller {
    void poll(Workers workers) throws IOException, InterruptedException;
}
