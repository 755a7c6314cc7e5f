package outdial.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// `./outdial bench dispatch`: from a contact that is due to the end of its call.
final class DispatchBench {
    static final String USAGE = "dispatch [--json] [--requests] [--contacts NUMBER]";

    private static final int CONTACTS = 300;
    private static final int FEWEST = 4;
    private static final int MOST = 20_000;
    private static final double HUNDREDTHS = 100;

    private final Path root;
    private final PrintStream out;

    /// @param root where template.yaml is
    DispatchBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    private record Wanted(boolean json, boolean requests, int contacts) {}

    /// @throws IllegalArgumentException with a sentence for the user
    void run(List<String> arguments) throws IOException {
        Wanted wanted = wanted(arguments);
        LogBytes logs = LogBytes.counting();
        Counted.Found counted = new Counted(root, wanted.contacts(), logs).found();
        List<Figure> figures = new ArrayList<>(new Timed(root, wanted.contacts()).figures());
        figures.addAll(counted.figures());
        if (wanted.json()) {
            out.println(json(wanted.contacts(), figures));
            return;
        }
        out.println("Dispatching " + wanted.contacts() + " contacts on the local cloud\n");
        figures.forEach(figure -> out.println(figure.line()));
        if (wanted.requests()) out.println("\n" + counted.requests());
    }

    private static Wanted wanted(List<String> arguments) {
        Wanted wanted = new Wanted(false, false, CONTACTS);
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String option = left.next();
            wanted = switch (option) {
                case "--json" -> new Wanted(true, wanted.requests(), wanted.contacts());
                case "--requests" -> new Wanted(wanted.json(), true, wanted.contacts());
                case "--contacts" -> new Wanted(wanted.json(), wanted.requests(), contacts(left));
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            };
        }
        return wanted;
    }

    private static int contacts(Iterator<String> left) {
        String text = left.hasNext() ? left.next() : "";
        int contacts = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (contacts < FEWEST || contacts > MOST) {
            throw new IllegalArgumentException(
                    "--contacts must be " + FEWEST + " to " + MOST + ", was '" + text + "'.");
        }
        return contacts;
    }

    private static ObjectNode json(int contacts, List<Figure> figures) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("bench", "dispatch").put("contacts", contacts);
        figures.forEach(figure -> json.put(figure.name(), Math.round(figure.value() * HUNDREDTHS) / HUNDREDTHS));
        return json;
    }
}
