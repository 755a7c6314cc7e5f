package outdial.local.aws.iam;

import java.util.Locale;
import outdial.local.template.Statement;

/// One action on one resource, in IAM's words.
///
/// @param action such as `dynamodb:GetItem`
/// @param resource an ARN
public record Right(String action, String resource) {
    boolean isGrantedBy(Statement statement) {
        return statement.actions().stream()
                        .anyMatch(pattern ->
                                Wildcards.match(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)))
                && statement.resources().stream().anyMatch(pattern -> Wildcards.matchArn(pattern, resource));
    }
}
