package outdial.local.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.local.template.Function;
import outdial.local.template.Trigger;

/// One route of an HTTP API. The most specific one wins: exact paths before `{name}` before `{name+}` before
/// `$default`, a method before `ANY`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
record Route(Trigger.Route declared, Function function, Pattern pattern, List<String> variables) {
    static final Comparator<Route> MOST_SPECIFIC_FIRST = Comparator.comparingInt(Route::rank)
            .thenComparingInt(route -> -route.declared().path().length())
            .thenComparing(route -> route.declared().method().equals("ANY"));

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}+]+)(\\+?)}");

    /// @param pathParameters what the variables of the path stand for
    record Match(Route route, Map<String, String> pathParameters) {}

    static Route of(Trigger.Route declared, Function function) {
        List<String> variables = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(declared.path());
        int end = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(declared.path().substring(end, variable.start())));
            regex.append(variable.group(2).isEmpty() ? "([^/]+)" : "(.+)");
            variables.add(variable.group(1));
            end = variable.end();
        }
        regex.append(Pattern.quote(declared.path().substring(end)));
        boolean everything = declared.path().equals("$default");
        return new Route(declared, function, Pattern.compile(everything ? ".*" : regex.toString()), variables);
    }

    String api() {
        return declared.api();
    }

    /// As API Gateway calls it: `ANY /v1/{proxy+}`.
    String key() {
        return declared.path().equals("$default") ? "$default" : declared.method() + " " + declared.path();
    }

    Optional<Match> match(String method, String rawPath) {
        if (!declared.method().equals("ANY") && !declared.method().equals(method)) {
            return Optional.empty();
        }
        Matcher path = pattern.matcher(rawPath);
        if (!path.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            String value = path.group(i + 1).replace("+", "%2B");
            parameters.put(variables.get(i), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return Optional.of(new Match(this, parameters));
    }

    private int rank() {
        String path = declared.path();
        if (path.equals("$default")) {
            return 3;
        }
        if (path.contains("+}")) {
            return 2;
        }
        return variables.isEmpty() ? 0 : 1;
    }
}
