package outdial.local.aws.iam;

import com.sun.net.httpserver.HttpExchange;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import outdial.local.aws.LocalCredentials;
import outdial.local.aws.Signature;
import outdial.local.template.Blueprint;
import outdial.local.template.Function;
import outdial.local.template.TemplateRejected;

/// Who may do what. A function may do what its role allows; everybody else may do everything.
public final class Access {
    private static final Logger LOG = System.getLogger(Access.class.getName());

    private final Map<String, Principal> byKey;
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private Access(Map<String, Principal> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    /// Everybody may do everything.
    public static Access unchecked() {
        return new Access(Map.of());
    }

    /// Functions may do what the roles of the template allow.
    ///
    /// @throws TemplateRejected a role does not let Lambda take what triggers its function, or hand on what failed
    public static Access byRoles(Blueprint blueprint) {
        blueprint.functions().forEach(function -> checkTriggers(function, blueprint));
        return new Access(blueprint.functions().stream()
                .collect(Collectors.toMap(
                        function -> LocalCredentials.accessKeyIdOf(function.logicalId()),
                        function -> Principal.of(function, blueprint))));
    }

    private static void checkTriggers(Function function, Blueprint blueprint) {
        Principal principal = Principal.of(function, blueprint);
        principal.missing(TriggerRights.of(function)).ifPresent(right -> {
            throw new TemplateRejected(function.logicalId(), principal.refusal(right));
        });
    }

    /// It matters who asks.
    public boolean isChecked(HttpExchange exchange) {
        return byKey.containsKey(Signature.of(exchange).accessKeyId());
    }

    /// Why the request must be turned away; empty if whoever signed it has all the rights.
    public Optional<String> refusal(HttpExchange exchange, List<Right> rights) {
        Optional<String> refusal = missing(exchange, rights);
        refusal.ifPresent(reason -> {
            LOG.log(Level.ERROR, reason);
            refusals.add(reason);
        });
        return refusal;
    }

    /// Whoever signed the request has this right as well.
    public boolean allows(HttpExchange exchange, Right right) {
        return missing(exchange, List.of(right)).isEmpty();
    }

    /// Everything that was turned away, oldest first.
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    private Optional<String> missing(HttpExchange exchange, List<Right> rights) {
        return Optional.ofNullable(byKey.get(Signature.of(exchange).accessKeyId()))
                .flatMap(principal -> principal.missing(rights).map(principal::refusal));
    }
}
