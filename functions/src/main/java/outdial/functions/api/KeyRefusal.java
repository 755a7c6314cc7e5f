package outdial.functions.api;

import java.util.Arrays;

/// Why an API key opens nothing. Goes from the authorizer to the API as the slug of its problem.
enum KeyRefusal {
    MISSING_KEY(
            ProblemType.MISSING_KEY, "Send an API key in the header Authorization: Bearer od_WORKSPACE_KEYID_SECRET."),
    MALFORMED_KEY(
            ProblemType.MALFORMED_KEY,
            "Send the whole key as it was shown: Authorization: Bearer od_WORKSPACE_KEYID_SECRET."),
    UNKNOWN_KEY(
            ProblemType.UNKNOWN_KEY, "Check that the whole key was copied; if it was, ask an ADMIN for another key."),
    REVOKED_KEY(ProblemType.REVOKED_KEY, "Ask an ADMIN of the workspace for another key.");

    private final ProblemType type;
    private final String advice;

    KeyRefusal(ProblemType type, String advice) {
        this.type = type;
        this.advice = advice;
    }

    String word() {
        return type.slug();
    }

    /// Whatever is not a word of ours means that no key came.
    static KeyRefusal ofWord(String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word().equals(word))
                .findFirst()
                .orElse(MISSING_KEY);
    }

    Refusal refusal() {
        return Refusal.of(type, advice).with("www-authenticate", "Bearer realm=\"outdial\"");
    }
}
