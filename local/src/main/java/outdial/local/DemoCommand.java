package outdial.local;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import outdial.local.demo.Demo;

/// Runs a campaign on a local cloud of its own and shows it.
final class DemoCommand implements Command {
    private static final Path LOG = Path.of(".outdial", "demo.log");

    @Override
    public String usage() {
        return "[--contacts FILE] [--json] [--seed NUMBER] [--now TIME]    a campaign from a contact list to the last call";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        logToFile();
        return Demo.run(arguments, Path.of(""), new Demo.Output(System.out, System.err, onTerminal()));
    }

    private static boolean onTerminal() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal && !"dumb".equals(System.getenv("TERM"));
    }

    /// Lines of a log would tear a display that is redrawn in place.
    private static void logToFile() throws IOException {
        Files.createDirectories(LOG.getParent());
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        FileHandler file = new FileHandler(LOG.toString());
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
    }
}
