package outdial.functions.api;

import java.util.function.BiFunction;
import outdial.functions.api.ImportEndpoints.ImportJson;
import outdial.imports.ImportId;
import outdial.imports.Supervisor;
import outdial.workspace.WorkspaceId;

/// What people ask of an import that is there: confirm, cancel, resume, undo. Each may be asked for again.
final class ImportActions {
    private final Supervisor supervisor;

    ImportActions(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    Answer confirm(Request request) {
        return answer(request, supervisor::confirm);
    }

    Answer cancel(Request request) {
        return answer(request, supervisor::cancel);
    }

    Answer resume(Request request) {
        return answer(request, supervisor::resume);
    }

    Answer undo(Request request) {
        return answer(request, supervisor::undo);
    }

    private static Answer answer(Request request, BiFunction<WorkspaceId, ImportId, Supervisor.Answer> wish) {
        String id = request.id("importId");
        Supervisor.Answer answer = ImportId.valid(id)
                ? wish.apply(request.workspace(), new ImportId(id))
                : new Supervisor.Answer.Unknown();
        return switch (answer) {
            case Supervisor.Answer.Done(var now) -> Answer.ok(ImportJson.of(now));
            case Supervisor.Answer.NotAllowed(var now, var advice) ->
                throw Refusal.of(ProblemType.ACTION_NOT_ALLOWED, "The import is " + now.status() + ". " + advice);
            case Supervisor.Answer.Refused(var failure) -> throw ImportRefusals.of(failure, "importId");
            case Supervisor.Answer.Unknown() -> throw ImportEndpoints.unknown();
        };
    }
}
