package outdial.functions.api;

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
