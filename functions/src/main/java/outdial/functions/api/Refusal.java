package outdial.functions.api;

import java.util.Collection;

/// Carries a problem from where a request is read to where it is answered. The only exception that is an
/// answer; it never leaves this package, and keeps the reading of nested bodies in straight lines.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    static Refusal of(ProblemType type, String detail) {
        return new Refusal(Answer.problem(Problem.of(type, detail)));
    }

    static Refusal at(String field, ProblemType type, String detail) {
        return new Refusal(Answer.problem(Problem.at(field, type, detail)));
    }

    static Refusal invalid(String field, String detail) {
        return at(field, ProblemType.INVALID_VALUE, detail);
    }

    /// @param what a field or a query parameter
    static Refusal unknown(String what, String name, Collection<String> known) {
        String others = known.isEmpty() ? "none are" : "known are " + String.join(", ", known);
        return at(name, ProblemType.UNKNOWN_FIELD, "The " + what + " " + name + " is not known here; " + others + ".");
    }

    static Refusal notFound(String what) {
        return of(ProblemType.NOT_FOUND, what);
    }

    Answer answer() {
        return answer;
    }

    Refusal with(String header, String value) {
        return new Refusal(answer.with(header, value));
    }
}
