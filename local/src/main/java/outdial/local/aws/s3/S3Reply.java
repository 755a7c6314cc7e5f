package outdial.local.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back to the client.
record S3Reply(int status, Map<String, String> headers, Body body) {
    sealed interface Body {
        record None() implements Body {}

        record Text(String xml) implements Body {}

        record Bytes(Path file, long offset, long length) implements Body {}
    }

    static S3Reply empty(int status) {
        return new S3Reply(status, Map.of(), new Body.None());
    }

    static S3Reply xml(String document) {
        return new S3Reply(200, Map.of(), new Body.Text(document));
    }

    static S3Reply failure(S3Failure failure) {
        String document = Xml.document(
                "Error", xml -> xml.add("Code", failure.code()).add("Message", String.valueOf(failure.getMessage())));
        // Errors are the one document of S3 without a namespace.
        String plain = document.replaceFirst(" xmlns=\"[^\"]*\"", "");
        return new S3Reply(failure.status(), failure.headers(), new Body.Text(plain));
    }

    S3Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    S3Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new S3Reply(status, all, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        switch (body) {
            case Body.None _ -> exchange.sendResponseHeaders(status, -1);
            case Body.Text text -> {
                byte[] bytes = text.xml().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                exchange.sendResponseHeaders(status, head || status == 304 ? -1 : bytes.length);
                if (!head && status != 304) {
                    exchange.getResponseBody().write(bytes);
                }
            }
            case Body.Bytes bytes -> sendBytes(exchange, bytes, head);
        }
    }

    private void sendBytes(HttpExchange exchange, Body.Bytes bytes, boolean head) throws IOException {
        if (head || bytes.length() == 0) {
            // The server leaves out the length where there is no body; the answer to HEAD must have it.
            exchange.getResponseHeaders().set("Content-Length", Long.toString(bytes.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        try (InputStream in = Files.newInputStream(bytes.file())) {
            in.skipNBytes(bytes.offset());
            exchange.sendResponseHeaders(status, bytes.length());
            OutputStream out = exchange.getResponseBody();
            byte[] buffer = new byte[64 * 1024];
            for (long left = bytes.length(); left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
