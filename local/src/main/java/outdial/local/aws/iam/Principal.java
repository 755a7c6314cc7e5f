package outdial.local.aws.iam;

import java.util.List;
import java.util.Optional;
import outdial.local.template.Account;
import outdial.local.template.Blueprint;
import outdial.local.template.Function;
import outdial.local.template.Statement;

/// A function as IAM sees it.
record Principal(String arn, List<Statement> statements) {
    static Principal of(Function function, Blueprint blueprint) {
        String role = function.role().orElse("none");
        return new Principal(
                "arn:aws:sts::" + Account.LOCAL_ID + ":assumed-role/" + role.substring(role.lastIndexOf('/') + 1) + "/"
                        + function.name(),
                blueprint.statements(function));
    }

    Optional<Right> missing(List<Right> rights) {
        return rights.stream()
                .filter(right -> statements.stream().noneMatch(right::isGrantedBy))
                .findFirst();
    }

    /// In IAM's words.
    String refusal(Right missing) {
        return "User: " + arn + " is not authorized to perform: " + missing.action() + " on resource: "
                + missing.resource() + " because no identity-based policy allows the " + missing.action() + " action";
    }
}
