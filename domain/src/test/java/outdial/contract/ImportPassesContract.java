package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.imports.Import.Pass.IMPORT;
import static outdial.imports.Import.Pass.PREVIEW;
import static outdial.imports.Import.Pass.UNDO;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.imports.Chunk;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Imports;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.Options;
import outdial.imports.Place;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;

/// The ways to go through a list: for a preview, for good, for an undo.
public abstract class ImportPassesContract extends PortsContract {
    static final Layout LAYOUT = new Layout("UTF-8", ';', List.of("phone", "", "note", "note"));
    static final Import.Plan PLAN = new Import.Plan(LAYOUT, new Import.Extent(30_000, 2));
    static final Failure FAILURE = new Failure(Failure.Reason.NO_ROWS, "no rows");
    static final Tally TALLY = new Tally(3, 0, 1, 2, 0, 4, 0, 5);

    Imports imports = new outdial.memory.Memory().imports();
    Import.Planning planning = planning(NOON);

    /// Of the same deployment as the ports.
    protected abstract Imports imports();

    @BeforeEach
    final void a_planned_import() {
        imports = imports();
        ports.books().campaigns().add(scene.draft(scene.settings(1)));
        planning = planning(NOON);
    }

    @Test
    void a_list_is_gone_through_for_a_preview_for_good_and_for_an_undo() {
        Chunk chunk = new Chunk(1, new Place(23, 1, 2), 4_000, 9, Map.of());
        Import.Plan plan = new Import.Plan(LAYOUT, new Import.Extent(9, 1));
        imports.add(planning);
        imports.add(planning.details().id(), chunk);

        Import.Previewing previewing = planning.preview(plan);
        assertThat(imports.change(planning, previewing)).isTrue();
        assertThat(imports.close(previewing, chunk, TALLY)).isTrue();
        assertThat(imports.close(previewing, chunk, TALLY)).isFalse();
        assertThat(imports.end(previewing, previewing.previewed())).isFalse();
        Import.Previewing previewed = new Import.Previewing(planning.details(), planning.file(), plan, 0, TALLY);
        assertThat(now()).isEqualTo(previewed);
        assertThat(imports.end(previewed, previewed.previewed())).isTrue();
        assertThat(now()).isEqualTo(previewed.previewed());
        assertThat(intake()).isZero();

        Import.Importing importing = previewed.previewed().confirm();
        assertThat(imports.openChunk(planning.details().id(), 1, PREVIEW)).isEmpty();
        assertThat(imports.openChunks(planning.details().id(), IMPORT)).containsExactly(1);
        assertThat(imports.begin(previewed.previewed(), importing)).isTrue();
        assertThat(imports.close(previewing, chunk, TALLY)).isFalse();
        assertThat(imports.close(importing, chunk, TALLY)).isTrue();
        Import.Importing imported = new Import.Importing(planning.details(), planning.file(), plan, 0, TALLY);
        Import.Completed completed = imported.complete(TALLY, NOON);
        assertThat(imports.end(imported, completed)).isTrue();
        assertThat(intake()).isZero();

        Import.Undoing undoing = new Import.Undoing(planning.details(), planning.file(), plan, 1, TALLY, 0);
        assertThat(imports.change(completed, undoing)).isTrue();
        assertThat(imports.openChunks(planning.details().id(), UNDO)).containsExactly(1);
        assertThat(imports.close(undoing, chunk, 2)).isTrue();
        assertThat(imports.close(undoing, chunk, 2)).isFalse();
        Import.Undoing undone = new Import.Undoing(planning.details(), planning.file(), plan, 0, TALLY, 2);
        assertThat(now()).isEqualTo(undone);
        assertThat(imports.end(undone, undone.undone(5, NOON))).isTrue();
        assertThat(now()).isEqualTo(undone.undone(5, NOON));
        assertThat(intake()).isZero();
    }

    @Test
    void a_cancelled_import_and_one_that_failed_half_way_keep_how_they_were_read() {
        imports.add(planning);
        imports.begin(planning, importing(2));
        Import.Failed failed = importing(2).fail(FAILURE, NOON);
        assertThat(imports.end(importing(2), failed)).isTrue();
        assertThat(now()).isEqualTo(failed);
        assertThat(imports.begin(failed, failed.resume(2).orElseThrow())).isTrue();
        assertThat(intake()).isEqualTo(1);
        Import.Cancelled cancelled = importing(2).cancel(NOON);
        assertThat(imports.end(importing(2), cancelled)).isTrue();
        assertThat(now()).isEqualTo(cancelled);
        assertThat(intake()).isZero();
    }

    final Import.Planning planning(Instant at) {
        return new Import.Planning(
                details(at), new ListFile("imports/list.csv", "v1", "\"etag\"", 4_000, NOON.minusSeconds(1)));
    }

    final Details details(Instant at) {
        return new Details(
                ImportId.of(at, scene.workspace().value()),
                scene.workspace(),
                new Target.InCampaign(scene.campaign().id()),
                Source.S3,
                "list.csv",
                "somebody",
                Options.USUAL,
                at);
    }

    final Import.Importing importing(int remaining) {
        return new Import.Importing(planning.details(), planning.file(), PLAN, remaining, Tally.NONE);
    }

    final Import now() {
        return imports.find(
                        scene.workspace(), ImportId.of(NOON, scene.workspace().value()))
                .orElseThrow();
    }

    final Campaign campaign() {
        return ports.books().campaigns().find(scene.campaign()).orElseThrow();
    }

    final int intake() {
        return campaign().details().intake();
    }
}
