package outdial.enrollment;

import java.util.Map;

/// A contact about to be enrolled, to wait or, where it is not eligible, as final from the start. `source`
/// names the import and row it came from, so that the row finds itself again; `variables` are the list's own
/// columns, for the agent's prompts.
public record NewEnrollment(Enrollment enrollment, String source, Map<String, String> variables) {
    public NewEnrollment {
        variables = Map.copyOf(variables);
    }
}
