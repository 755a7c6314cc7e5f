package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;
import static outdial.imports.Import.Pass.IMPORT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.imports.Chunk;
import outdial.imports.Details;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.Options;
import outdial.imports.Place;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;

public abstract class ImportsContract extends ImportPassesContract {
    @Test
    void every_state_is_found_as_it_was_left() {
        Import.AwaitingUpload waiting = new Import.AwaitingUpload(details(NOON), NOON.plusSeconds(900));
        assertThat(imports.add(waiting)).isTrue();
        assertThat(now()).isEqualTo(waiting);

        Import.Planning planned = waiting.uploaded(planning.file());
        assertThat(imports.change(waiting, planned)).isTrue();
        assertThat(now()).isEqualTo(planned);

        Import.Importing importing = planned.begin(PLAN);
        assertThat(imports.begin(planned, importing)).isTrue();
        assertThat(now()).isEqualTo(importing);

        Import.Completed completed = importing.complete(TALLY, NOON.plusSeconds(60));
        assertThat(imports.end(importing, completed)).isTrue();
        assertThat(now()).isEqualTo(completed);
    }

    @Test
    void an_import_keeps_where_its_list_was_rewritten() {
        imports.add(planning);
        ListFile text = new ListFile("plain/list.csv", "v2", "\"other\"", 9_000, NOON.plusSeconds(1));
        Layout layout = new Layout("UTF-8", ',', List.of("phone"), Optional.of(text));

        Import.Importing importing = planning.begin(new Import.Plan(layout, new Import.Extent(1, 1)));
        imports.begin(planning, importing);

        assertThat(now()).isEqualTo(importing);
    }

    @Test
    void a_failure_is_kept_with_its_reason() {
        Import.Failed early = new Import.Failed(details(NOON), ListFile.NONE, FAILURE, NOON);

        imports.add(early);

        assertThat(now()).isEqualTo(early);
    }

    @Test
    void an_import_is_added_once() {
        imports.add(planning);

        assertThat(imports.add(new Import.AwaitingUpload(details(NOON), NOON))).isFalse();
        assertThat(now()).isEqualTo(planning);
    }

    @Test
    void what_changed_meanwhile_is_not_changed_again() {
        imports.add(planning);
        imports.change(planning, planning.fail(FAILURE, NOON));

        assertThat(imports.change(planning, planning.fail(FAILURE, NOON.plusSeconds(1))))
                .isFalse();
        assertThat(imports.begin(planning, importing(1))).isFalse();
        assertThat(now()).isEqualTo(planning.fail(FAILURE, NOON));
        assertThat(intake()).isZero();
    }

    @Test
    void an_import_is_in_its_campaigns_intake_from_beginning_to_end() {
        imports.add(planning);
        long version = campaign().details().version();

        imports.begin(planning, importing(1));
        assertThat(intake()).isEqualTo(1);
        assertThat(campaign().details().version()).isEqualTo(version + 1);

        imports.end(importing(1), importing(1).fail(FAILURE, NOON));
        assertThat(intake()).isZero();
        assertThat(campaign().details().version()).isEqualTo(version + 2);
        assertThat(imports.end(importing(1), importing(1).fail(FAILURE, NOON))).isFalse();
        assertThat(intake()).isZero();
    }

    @Test
    void an_import_does_not_begin_in_a_campaign_that_is_over() {
        imports.add(planning);
        if (campaign() instanceof Campaign.Cancellable open) {
            assertThat(ports.books().campaigns().change(open, open.cancel())).isTrue();
        }

        assertThat(imports.begin(planning, importing(1))).isFalse();

        assertThat(now()).isEqualTo(planning);
        assertThat(intake()).isZero();
    }

    @Test
    void an_import_for_the_address_book_needs_no_campaign() {
        Details details = new Details(
                ImportId.of(NOON, "book"),
                scene.workspace(),
                new Target.AddressBook(),
                Source.EMAIL,
                "book.csv",
                "",
                Options.USUAL,
                NOON);
        Import.Planning book = new Import.Planning(details, planning.file());
        imports.add(book);

        assertThat(imports.begin(book, book.begin(new Import.Plan(LAYOUT, new Import.Extent(1, 1)))))
                .isTrue();
        assertThat(intake()).isZero();
    }

    @Test
    void chunks_are_kept_and_closed_once() {
        Map<Long, Long> repeats = new HashMap<>();
        for (long row = 1; row <= 20_000; row += 3) repeats.put(9_980_000 + row, row * 490);
        Chunk first = new Chunk(1, new Place(23, 1, 2), 4_000, 20_000, Map.of());
        Chunk second = new Chunk(2, new Place(4_000_000_000L, 9_980_001, 9_980_100), 5_000_000_000L, 17, repeats);
        imports.add(planning);
        imports.add(planning.details().id(), first);
        imports.add(planning.details().id(), second);
        imports.add(planning.details().id(), new Chunk(2, new Place(1, 1, 1), 2, 3, Map.of()));
        imports.begin(planning, importing(2));

        assertThat(open()).containsExactly(1, 2);
        assertThat(imports.openChunk(planning.details().id(), 1, IMPORT)).contains(first);
        assertThat(imports.openChunk(planning.details().id(), 2, IMPORT)).contains(second);

        assertThat(imports.close(importing(2), second, TALLY)).isTrue();
        assertThat(imports.close(importing(2), second, TALLY)).isFalse();
        assertThat(open()).containsExactly(1);
        assertThat(imports.openChunk(planning.details().id(), 2, IMPORT)).isEmpty();
        assertThat(now()).isEqualTo(new Import.Importing(planning.details(), planning.file(), PLAN, 1, TALLY));

        assertThat(imports.close(importing(2), first, new Tally(1, 0, 0, 0, 1, 0, 1, 0)))
                .isTrue();
        assertThat(now().tally()).isEqualTo(new Tally(4, 0, 1, 2, 1, 4, 1, 5));
    }

    @Test
    void what_is_counted_meanwhile_is_not_lost_by_an_end() {
        Chunk chunk = new Chunk(1, new Place(23, 1, 2), 4_000, 9, Map.of());
        imports.add(planning);
        imports.add(planning.details().id(), chunk);
        imports.begin(planning, importing(1));
        imports.close(importing(1), chunk, TALLY);

        assertThat(imports.end(importing(1), importing(1).fail(FAILURE, NOON))).isFalse();
        assertThat(now().tally()).isEqualTo(TALLY);
    }

    @Test
    void a_chunk_that_never_was_is_an_error() {
        imports.add(planning);

        assertThatThrownBy(() -> imports.openChunk(planning.details().id(), 7, IMPORT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_history_begins_with_the_newest() {
        List<Import.Planning> added =
                List.of(planning(NOON), planning(NOON.plusSeconds(5)), planning(NOON.minusSeconds(9)));
        added.forEach(imports::add);

        List<List<Import>> pages = pages(2, page -> imports.list(scene.workspace(), page));

        assertThat(pages.stream().flatMap(List::stream)).isEqualTo(List.of(added.get(1), added.get(0), added.get(2)));
    }

    private List<Integer> open() {
        return imports.openChunks(planning.details().id(), IMPORT);
    }
}
