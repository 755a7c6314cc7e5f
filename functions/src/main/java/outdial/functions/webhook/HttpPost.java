package outdial.functions.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST on a connection of its own, of whose answer only the status is read. An HTTP client would look the
/// host's name up by itself, and might get another address than the one that was checked; this one connects to
/// what was checked. It follows no redirect.
final class HttpPost {
    /// From looking up the name to the status.
    static final Duration TIME_OUT = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 4000;
    private static final int LONGEST_STATUS_LINE = 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final Targets targets;
    private final Duration timeOut;

    HttpPost(Targets targets) {
        this(targets, TIME_OUT);
    }

    HttpPost(Targets targets, Duration timeOut) {
        this.targets = targets;
        this.timeOut = timeOut;
    }

    /// The status of the answer.
    ///
    /// @throws IOException the request may not go there, or no answer came in time; the message says why
    int send(URI url, Map<String, String> headers, String body) throws IOException {
        URI ascii = URI.create(url.toASCIIString());
        FutureTask<Integer> exchange = new FutureTask<>(() -> exchange(ascii, headers, body.getBytes(UTF_8)));
        Thread.ofVirtual().start(exchange);
        try {
            return exchange.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new IOException("no answer within " + timeOut.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) throw failed;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            // Interrupts a virtual thread in the middle of its reading, which closes the socket.
            exchange.cancel(true);
        }
    }

    private int exchange(URI url, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address(url.getHost()), port(url)), CONNECT_MILLIS);
            Socket socket = isSecure(url) ? secured(plain, url) : plain;
            socket.getOutputStream().write(head(url, headers, body.length).getBytes(ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return status(socket.getInputStream());
        }
    }

    /// A name that leads to a private address as well as to a public one leads nowhere.
    private InetAddress address(String host) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!targets.allows(address)) throw new IOException("the name leads to an address that is not public");
        }
        return addresses[0];
    }

    private static Socket secured(Socket plain, URI url) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port(url), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path =
                Optional.of(url.getRawPath()).filter(text -> !text.isEmpty()).orElse("/");
        String query =
                Optional.ofNullable(url.getRawQuery()).map(text -> "?" + text).orElse("");
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("host: ").append(url.getHost());
        if (url.getPort() >= 0) head.append(':').append(url.getPort());
        head.append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("content-length: ")
                .append(length)
                .append("\r\nconnection: close\r\n\r\n")
                .toString();
    }

    private static int status(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = answer.read(); read >= 0 && read != '\n'; read = answer.read()) {
            if (line.length() == LONGEST_STATUS_LINE) throw new IOException("the answer is not HTTP");
            line.append((char) read);
        }
        Matcher status = STATUS_LINE.matcher(line.toString().stripTrailing());
        if (!status.matches())
            throw new IOException(line.isEmpty() ? "the connection broke off" : "the answer is not HTTP");
        return Integer.parseInt(status.group(1));
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) return url.getPort();
        return isSecure(url) ? 443 : 80;
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }
}
