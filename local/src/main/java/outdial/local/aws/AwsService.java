package outdial.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// One AWS service behind the gateway: answers the requests whose signature names it.
@FunctionalInterface
public interface AwsService {
    /// Answers one request; the body has been read already. The gateway closes the exchange, and turns what is thrown
    /// into a 500.
    void handle(HttpExchange exchange, byte[] body) throws IOException;
}
