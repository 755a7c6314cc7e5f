package outdial.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.functions.Environment;
import outdial.functions.ImportPlannerFunction;
import outdial.functions.ImportWorkerFunction;

/// A process of its own that imports lists, one after the other, with the functions and in the environment that
/// Lambda would start: what it needs is measured apart from what answers it. Prints a line of JSON for each
/// list.
///
/// Arguments: how (`outdial`, `puts`, `batches`), and the keys of the lists.
public final class ImportRun {
    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(ImportRun.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                throw new UnsupportedOperationException("imports ask Lambda nothing, not even " + method.getName());
            });

    private ImportRun() {}

    public static void main(String[] arguments) throws IOException {
        try (ChunkInbox inbox = new ChunkInbox()) {
            Map<String, String> variables = new HashMap<>(System.getenv());
            variables.put("AWS_ENDPOINT_URL_SQS", inbox.endpoint().toString());
            run(List.of(arguments), new Environment(variables, Clock.systemUTC()), inbox, System.out);
        }
        System.exit(0);
    }

    private static void run(List<String> arguments, Environment environment, ChunkInbox inbox, PrintStream out)
            throws IOException {
        List<String> keys = arguments.subList(1, arguments.size());
        switch (arguments.getFirst()) {
            case "outdial" -> outdial(keys, environment, inbox, out);
            case "puts" -> plain(keys, new PlainImport(environment)::onePutARow, out);
            case "batches" -> plain(keys, new PlainImport(environment)::batchAfterBatch, out);
            case "parsing" -> out.println(Parsing.measured());
            default -> throw new IllegalArgumentException("there is no import by " + arguments.getFirst());
        }
    }

    private static void outdial(List<String> keys, Environment environment, ChunkInbox inbox, PrintStream out)
            throws IOException {
        Used start = Used.now();
        ImportPlannerFunction planner = new ImportPlannerFunction(environment);
        ImportWorkerFunction worker = new ImportWorkerFunction(environment);
        for (String key : keys) {
            planner.handleRequest(dropped(key), OutputStream.nullOutputStream(), NO_CONTEXT);
            Used planned = Used.now().since(start);
            for (String order : inbox.take()) {
                SQSEvent event = ordered(order);
                if (!worker.handleRequest(event, NO_CONTEXT)
                        .getBatchItemFailures()
                        .isEmpty()) {
                    throw new IOException("a chunk was not imported: " + order);
                }
            }
            out.println(line(Used.now().since(start)).put("planSeconds", seconds(planned)));
            start = Used.now();
        }
    }

    interface Import {
        void of(String key);
    }

    private static void plain(List<String> keys, Import rows, PrintStream out) {
        for (String key : keys) {
            Used start = Used.now();
            rows.of(key);
            out.println(line(Used.now().since(start)));
        }
    }

    private static ObjectNode line(Used used) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("seconds", seconds(used))
                .put("cpuSeconds", used.cpuNanos() / 1e9)
                .put("peakHeapMb", Used.peakHeapMb());
    }

    private static double seconds(Used used) {
        return used.nanos() / 1e9;
    }

    private static ByteArrayInputStream dropped(String key) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putObject("detail").put("requester", "bench").putObject("object").put("key", key);
        return new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static SQSEvent ordered(String body) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId("1");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }
}
