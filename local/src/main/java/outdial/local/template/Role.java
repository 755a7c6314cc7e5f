package outdial.local.template;

import java.util.List;

/// A role of IAM: what whoever takes it may do.
public record Role(String arn, List<Statement> statements) {
    public Role {
        statements = List.copyOf(statements);
    }
}
