package outdial.functions.sqs;

import java.util.OptionalInt;
import outdial.imports.Details;
import outdial.imports.ImportId;
import outdial.workspace.WorkspaceId;

/// Orders a worker to read a chunk of an import; without a chunk, to give the import up.
public record ChunkMessage(String workspaceId, String importId, OptionalInt chunk) {
    public ChunkMessage {
        Required.field("workspaceId", workspaceId);
        Required.field("importId", importId);
    }

    static ChunkMessage read(Details details, int chunk) {
        return new ChunkMessage(details.workspace().value(), details.id().value(), OptionalInt.of(chunk));
    }

    static ChunkMessage giveUp(Details details) {
        return new ChunkMessage(details.workspace().value(), details.id().value(), OptionalInt.empty());
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    public ImportId id() {
        return new ImportId(importId);
    }
}
