package outdial.imports;

import java.time.Instant;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.workspace.WorkspaceId;

/// What is true of an import in every state.
///
/// @param file the name the list had where it came from
/// @param who the API key, the sender or the AWS account that brought it
public record Details(
        ImportId id,
        WorkspaceId workspace,
        Target target,
        Source source,
        String file,
        String who,
        Options options,
        Instant createdAt) {

    /// With what its columns turned out to mean, so that whoever reads the list reads it alike.
    Details with(Columns columns) {
        return new Details(id, workspace, target, source, file, who, options.with(columns), createdAt);
    }

    /// What its columns mean, as far as it has been said.
    Columns columns() {
        return options.columns().orElse(Columns.BY_NAME);
    }

    public Optional<CampaignRef> campaign() {
        return target.campaign().map(id -> new CampaignRef(workspace, id));
    }
}
