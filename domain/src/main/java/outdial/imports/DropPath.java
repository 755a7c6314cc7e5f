package outdial.imports;

import java.util.List;
import java.util.Optional;
import outdial.workspace.WorkspaceId;

/// What the path of a dropped list says: `imports/{workspace}/{campaign or "contacts"}/name.csv`, with the import's id
/// before the name where the upload was asked for.
record DropPath(WorkspaceId workspace, Target target, Optional<ImportId> upload, String name) {
    static final String ROOT = "imports";

    private static final int PLAIN = 4;
    private static final int UPLOAD = 5;

    static Optional<DropPath> parse(String key) {
        List<String> parts = List.of(key.split("/", -1));
        boolean upload = parts.size() == UPLOAD && ImportId.valid(parts.get(UPLOAD - 2));
        boolean formed = parts.size() == PLAIN || upload;
        if (!formed || parts.contains("") || !parts.getFirst().equals(ROOT) || !WorkspaceId.valid(parts.get(1))) {
            return Optional.empty();
        }
        return Optional.of(new DropPath(
                new WorkspaceId(parts.get(1)),
                Target.parse(parts.get(2)),
                upload ? Optional.of(new ImportId(parts.get(UPLOAD - 2))) : Optional.empty(),
                parts.getLast()));
    }

    static String ofUpload(Details details) {
        return String.join(
                "/",
                ROOT,
                details.workspace().value(),
                details.target().name(),
                details.id().value(),
                details.file());
    }
}
