package outdial.local.aws.iam;

/// IAM's wildcards: `*` for any text, `?` for any one character.
final class Wildcards {
    /// The parts of an ARN; the last one, the resource, may have colons of its own.
    private static final int ARN_PARTS = 6;

    private Wildcards() {}

    /// Compares part by part, as a wildcard does not reach over the colons between the parts of an ARN.
    static boolean matchArn(String pattern, String arn) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] patterns = pattern.split(":", ARN_PARTS);
        String[] parts = arn.split(":", ARN_PARTS);
        if (patterns.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!match(patterns[i], parts[i])) {
                return false;
            }
        }
        return true;
    }

    /// Walks along both; where they part, the last `*` takes one character more.
    static boolean match(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < text.length(); ) {
            char expected = at < pattern.length() ? pattern.charAt(at) : '\0';
            if (expected == '*') {
                star = at++;
                resume = i;
            } else if (expected == '?' || expected == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }
}
