package outdial.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;
import outdial.export.Exporter.Result;
import outdial.memory.Memory;
import outdial.memory.MemoryExportFiles;
import outdial.memory.MemoryExports;
import outdial.memory.TestClock;
import outdial.phone.PhoneNumber;

final class ExporterTest {
    private static final Scene SCENE = Scene.of("clinic");
    private static final Export.Details NUMBERS =
            new Export.Details("e1", SCENE.workspace(), new Selection.DoNotCall(), "key", NOON);

    /// Two pages of a hundred numbers each are more than this.
    private static final int SMALL_PART = 5000;

    private final Memory memory = new Memory();
    private final MemoryExports exports = new MemoryExports();
    private final MemoryExportFiles files = new MemoryExportFiles();
    private final TestClock clock = new TestClock(NOON);
    private final Source source =
            new Source(memory.contacts(), memory.enrollments(), memory.doNotCall(), memory.attempts());

    @Test
    void a_list_of_several_parts_has_every_row_once_below_one_header() {
        List<String> numbers = numbers(950);
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();

        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);

        List<List<String>> rows = files.file(NUMBERS).orElseThrow();
        assertThat(rows.getFirst()).containsExactly("phone", "channels", "source", "reason", "added_at");
        assertThat(rows.stream().skip(1).map(List::getFirst)).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(now()).isEqualTo(new Export.Completed(NUMBERS, 950, NOON));
        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);
    }

    @Test
    void an_empty_list_is_a_header() {
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();

        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);

        assertThat(files.file(NUMBERS).orElseThrow()).hasSize(1);
    }

    @Test
    void what_takes_too_long_goes_on_where_it_stopped() {
        List<String> numbers = numbers(950);
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();
        Exporter slow = exporter(new Interposed() {
            @Override
            void afterPart() {
                clock.advance(Duration.ofSeconds(200));
            }
        });

        assertThat(slow.write(SCENE.workspace(), "e1")).isEqualTo(Result.GO_ON);
        assertThat(now().rows()).isBetween(100L, 300L);
        assertThat(now().status()).isEqualTo("RUNNING");
        Result last = Result.GO_ON;
        for (int n = 0; n < 20 && last == Result.GO_ON; n++) last = slow.write(SCENE.workspace(), "e1");

        assertThat(last).isEqualTo(Result.DONE);
        assertThat(files.file(NUMBERS).orElseThrow().stream().skip(1).map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void whoever_dies_is_succeeded_when_the_lease_is_over_and_no_row_is_there_twice() {
        List<String> numbers = numbers(950);
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();
        for (int dies = 1; dies <= 3; dies++) {
            int at = dies;
            Exporter mortal = exporter(new Interposed() {
                @Override
                void afterPart() {
                    if (++parts == at) throw new Error("dies");
                }
            });
            assertThatThrownBy(() -> mortal.write(SCENE.workspace(), "e1")).hasMessage("dies");
            assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.TAKEN);
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);

        assertThat(files.file(NUMBERS).orElseThrow().stream().skip(1).map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(now().rows()).isEqualTo(950);
    }

    @Test
    void whoever_dies_after_closing_the_file_leaves_it_to_be_noted() {
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();
        Exporter mortal = exporter(new Interposed() {
            @Override
            void afterClose() {
                throw new Error("dies");
            }
        });
        assertThatThrownBy(() -> mortal.write(SCENE.workspace(), "e1")).hasMessage("dies");
        assertThat(now()).isInstanceOf(Export.Closing.class);
        clock.advance(Duration.ofMinutes(5));

        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);

        assertThat(now()).isInstanceOf(Export.Completed.class);
    }

    @Test
    void contacts_and_enrollments_have_their_columns() {
        PhoneNumber phone = Scene.phone(1);
        memory.contacts().add(List.of(SCENE.contact("ada", phone)));
        memory.enrollments()
                .add(List.of(new outdial.enrollment.NewEnrollment(
                        SCENE.waiting("ada", phone, NOON), "test#1", java.util.Map.of())));

        List<List<String>> contacts = exported(new Selection.Contacts());
        List<List<String>> waiting =
                exported(new Selection.Enrollments(SCENE.campaign().id(), Optional.of(Status.PENDING)));

        assertThat(contacts).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(16));
        assertThat(contacts.getLast()).contains(SCENE.contactId("ada").value(), phone.e164());
        assertThat(waiting.getLast())
                .containsExactly(
                        SCENE.contactId("ada").value(), phone.e164(), "PENDING", "0", "", "2026-03-02T17:00:00Z", "");
        assertThat(exported(new Selection.Enrollments(SCENE.campaign().id(), Optional.of(Status.COMPLETED))))
                .hasSize(1);
        assertThat(exported(new Selection.Calls(SCENE.campaign().id()))).hasSize(1);
    }

    @Test
    void times_are_told_to_the_second() {
        memory.enrollments()
                .add(List.of(new outdial.enrollment.NewEnrollment(
                        SCENE.waiting("ada", Scene.phone(1), NOON.plusNanos(123_456_789)),
                        "test#1",
                        java.util.Map.of())));

        assertThat(exported(new Selection.Enrollments(SCENE.campaign().id(), Optional.empty()))
                        .getLast())
                .contains("2026-03-02T17:00:00Z");
    }

    @Test
    void who_is_disabled_is_exported_with_the_reason() {
        Enrollment.Waiting ada = SCENE.waiting("ada", Scene.phone(1), NOON);
        memory.enrollments().add(List.of(new outdial.enrollment.NewEnrollment(ada, "test#1", java.util.Map.of())));
        assertThat(memory.enrollments().change(ada, ada.hold("on holiday"))).isTrue();

        assertThat(exported(new Selection.Enrollments(SCENE.campaign().id(), Optional.of(Status.DISABLED)))
                        .getLast())
                .containsExactly(
                        SCENE.contactId("ada").value(), Scene.phone(1).e164(), "DISABLED", "0", "", "", "on holiday");
    }

    @Test
    void one_that_failed_is_let_go_and_given_up_for_good() {
        assertThat(exports.add(new Export.Writing(NUMBERS))).isTrue();
        ExportFiles broken = new Interposed() {
            @Override
            void afterPart() {
                throw new IllegalStateException("no such bucket");
            }
        };

        assertThatThrownBy(() -> exporter(broken).write(SCENE.workspace(), "e1"))
                .hasMessage("no such bucket");
        assertThat(((Export.Unfinished) now()).leaseEnd()).isEmpty();
        exporter(files).fail(SCENE.workspace(), "e1");

        assertThat(now())
                .isEqualTo(new Export.Failed(
                        NUMBERS,
                        0,
                        "The list could not be read or its file not be written, each time it was tried; ask for the"
                                + " export again.",
                        NOON));
        assertThat(now().status()).isEqualTo("FAILED");
        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);
    }

    @Test
    void one_that_somebody_writes_or_that_is_done_is_not_given_up() {
        Export.Writing taken = new Export.Writing(NUMBERS).take(NOON.plusSeconds(1));
        assertThat(exports.add(taken)).isTrue();

        exporter(files).fail(SCENE.workspace(), "e1");
        assertThat(now()).isEqualTo(taken);
        clock.advance(Duration.ofSeconds(1));
        assertThat(exporter(files).write(SCENE.workspace(), "e1")).isEqualTo(Result.DONE);
        exporter(files).fail(SCENE.workspace(), "e1");
        exporter(files).fail(SCENE.workspace(), "unknown");

        assertThat(now()).isInstanceOf(Export.Completed.class);
    }

    @Test
    void an_export_expires_after_a_week() {
        Export.Completed completed = new Export.Completed(NUMBERS, 1, NOON);

        assertThat(completed.isExpired(NOON.plus(Duration.ofDays(7)).minusMillis(1)))
                .isFalse();
        assertThat(completed.isExpired(NOON.plus(Duration.ofDays(7)))).isTrue();
    }

    private List<List<String>> exported(Selection selection) {
        Export.Details details =
                new Export.Details("e" + selection.hashCode(), SCENE.workspace(), selection, "key", NOON);
        assertThat(exports.add(new Export.Writing(details))).isTrue();
        assertThat(exporter(files).write(SCENE.workspace(), details.id())).isEqualTo(Result.DONE);
        return files.file(details).orElseThrow();
    }

    private Exporter exporter(ExportFiles to) {
        return new Exporter(exports, source, to, clock, SMALL_PART);
    }

    private Export now() {
        return exports.find(SCENE.workspace(), "e1").orElseThrow();
    }

    private List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(Scene::phone)
                .peek(phone -> memory.doNotCall()
                        .add(new DoNotCallEntry(SCENE.workspace(), phone, Set.of(Channel.PHONE), "API", "asked", NOON)))
                .map(PhoneNumber::e164)
                .toList();
    }

    /// The files, with something that happens after an effect.
    private abstract class Interposed implements ExportFiles {
        int parts;

        void afterPart() {}

        void afterClose() {}

        @Override
        public String open(Export.Details details) {
            return files.open(details);
        }

        @Override
        public void part(Export.Details details, String upload, int number, List<List<String>> rows) {
            files.part(details, upload, number, rows);
            afterPart();
        }

        @Override
        public void close(Export.Details details, String upload, int count) {
            files.close(details, upload, count);
            afterClose();
        }

        @Override
        public URI link(Export.Details details) {
            return files.link(details);
        }
    }
}
