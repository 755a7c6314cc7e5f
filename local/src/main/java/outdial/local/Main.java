package outdial.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outdial.local.lambda.FunctionNotBuilt;
import outdial.local.template.TemplateRejected;

/// What the script `./outdial` starts.
public final class Main {
    private static final int MISUSED = 2;

    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
            "up",
            new UpCommand(LocalFile.PATH, System.out),
            "demo",
            new DemoCommand(),
            "invoke",
            new InvokeCommand(LocalFile.PATH, System.out)));

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(Arrays.asList(arguments));
        // Emulators leave threads behind that would keep the process alive.
        System.exit(code);
    }

    private static int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        Command command = COMMANDS.get(name);
        if (command == null) {
            COMMANDS.forEach((known, one) -> System.err.println("outdial " + known + " " + one.usage()));
            return MISUSED;
        }
        try {
            return command.run(arguments.subList(1, arguments.size()));
        } catch (Command.UsageError e) {
            System.err.println(e.getMessage() + "\nusage: outdial " + name + " " + command.usage());
            return MISUSED;
        } catch (TemplateRejected | FunctionNotBuilt | IOException e) {
            System.err.println("outdial: " + e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }
}
