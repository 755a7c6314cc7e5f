package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Everything that a template and its nested templates ask for, with all names and references worked out.
public record Blueprint(
        List<Table> tables,
        List<Queue> queues,
        List<Bucket> buckets,
        List<EventBus> eventBuses,
        List<EventRule> eventRules,
        List<ReceiptRule> receiptRules,
        Compute compute) {
    public Blueprint {
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        eventBuses = List.copyOf(eventBuses);
        eventRules = List.copyOf(eventRules);
        receiptRules = List.copyOf(receiptRules);
    }

    /// The half of a blueprint that runs code.
    public record Compute(
            List<Function> functions, List<HttpApi> apis, List<Permission> permissions, List<Role> roles) {
        public Compute {
            functions = List.copyOf(functions);
            apis = List.copyOf(apis);
            permissions = List.copyOf(permissions);
            roles = List.copyOf(roles);
        }
    }

    public record EventBus(String name) {}

    /// Events of a bus that match go to these queues.
    public record EventRule(String bus, JsonNode pattern, List<String> queueArns) {}

    /// A service that may invoke a function.
    public record Permission(String functionName, String principal) {}

    public List<Function> functions() {
        return compute.functions();
    }

    /// The function that an ARN (of the function or of its alias) or a name stands for.
    public Optional<Function> find(String arnOrName) {
        String name = Function.nameIn(arnOrName);
        return functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    /// The same where the template refers to a function, so that there must be one.
    ///
    /// @throws IllegalArgumentException there is none
    public Function function(String arnOrName) {
        return find(arnOrName)
                .orElseThrow(() -> new IllegalArgumentException("the template has no function " + arnOrName));
    }

    /// What a function may do: nothing where it has no role of the template.
    public List<Statement> statements(Function function) {
        return compute.roles().stream()
                .filter(role -> function.role().equals(Optional.of(role.arn())))
                .flatMap(role -> role.statements().stream())
                .toList();
    }

    /// Logical ids of the functions that this service principal may invoke.
    public List<String> functionsOpenTo(String principal) {
        return compute.permissions().stream()
                .filter(permission -> permission.principal().equals(principal))
                .map(permission -> function(permission.functionName()).logicalId())
                .toList();
    }
}
