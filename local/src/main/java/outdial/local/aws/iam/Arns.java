package outdial.local.aws.iam;

import outdial.local.template.Account;

/// The ARNs of what requests name shortly.
final class Arns {
    private Arns() {}

    /// @param name a table's name, or its ARN, which every API takes as well
    static String table(String name) {
        return name.startsWith("arn:") ? name : regional("dynamodb", "table/" + name);
    }

    static String queue(String url) {
        return regional("sqs", url.substring(url.lastIndexOf('/') + 1));
    }

    static String regional(String service, String resource) {
        return "arn:aws:" + service + ":" + Account.LOCAL_REGION + ":" + Account.LOCAL_ID + ":" + resource;
    }
}
