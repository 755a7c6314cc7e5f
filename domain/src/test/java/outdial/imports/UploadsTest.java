package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.imports.Failure.Reason;

final class UploadsTest {
    private static final ImportId ID = ImportId.of(NOON, "upload");
    private static final Links LINKS = new Links() {
        @Override
        public URI upload(Details details, Duration goodFor) {
            return URI.create("https://bucket.example/" + Uploads.path(details));
        }

        @Override
        public URI report(Details details, Duration goodFor) {
            return URI.create("https://bucket.example/report");
        }
    };

    private final Office office = Office.open();
    private final Uploads uploads = new Uploads(office.books(), LINKS, office.clock);
    private final Target spring = new Target.InCampaign(office.scene.campaign().id());
    private final String key = office.key(ID + "/people.csv");

    @Test
    void who_asks_gets_a_link_for_a_quarter_of_an_hour() {
        Uploads.Answer answer = uploads.ask(request("people.csv"));

        Details details =
                new Details(ID, Office.WORKSPACE, spring, Source.UPLOAD, "people.csv", "key-1", Options.USUAL, NOON);
        Import.AwaitingUpload waiting = new Import.AwaitingUpload(details, NOON.plus(Duration.ofMinutes(15)));
        assertThat(answer).isEqualTo(new Uploads.Answer.Ready(waiting, URI.create("https://bucket.example/" + key)));
        assertThat(office.memory.imports().find(Office.WORKSPACE, ID)).contains(waiting);
    }

    @Test
    void an_uploaded_list_is_imported_under_the_id_that_was_given_out() {
        uploads.ask(request("people.csv"));

        Import done = office.bringTo(key, "phone\n2025550101\n");

        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.details().id()).isEqualTo(ID);
        assertThat(done.details().source()).isEqualTo(Source.UPLOAD);
        assertThat(office.enrolled()).containsExactly("+12025550101");
    }

    @Test
    void a_link_is_good_for_one_list() {
        uploads.ask(request("people.csv"));
        office.bringTo(key, "phone\n2025550101\n");

        office.bringTo(key, "phone\n2025550102\n");

        assertThat(office.enrolled()).containsExactly("+12025550101");
        assertThat(office.lists.rejections()).isEqualTo(Map.of(key, Failure.of(Reason.UPLOAD_NOT_ASKED_FOR)));
        assertThat(office.all()).hasSize(1);
    }

    @Test
    void two_events_of_one_upload_take_it_once() {
        uploads.ask(request("people.csv"));
        office.lists.drop(key, "phone\n2025550101\n");
        office.around = call -> {
            if (call.is("change")) {
                office.around = inner -> inner.real();
                office.plan(key);
            }
            return call.real();
        };

        office.plan(key);
        office.work();

        assertThat(office.of(key).tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(office.campaign().details().intake()).isZero();
        assertThat(office.lists.rejections()).isEmpty();
    }

    @Test
    void a_list_nobody_asked_for_is_refused() {
        office.lists.drop(key, "phone\n2025550101\n");

        office.plan(key);

        assertThat(office.lists.rejections()).isEqualTo(Map.of(key, Failure.of(Reason.UPLOAD_NOT_ASKED_FOR)));
        assertThat(office.enrolled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b.csv", "a\\b.csv", "a\nb.csv"})
    void a_file_name_is_no_path(String name) {
        assertThat(uploads.ask(request(name))).isEqualTo(new Uploads.Answer.Refused(Failure.of(Reason.BAD_FILE_NAME)));
    }

    @Test
    void a_campaign_that_is_over_gets_no_link() {
        office.cancelCampaign();

        assertThat(uploads.ask(request("people.csv")))
                .isEqualTo(new Uploads.Answer.Refused(Failure.of(Reason.CAMPAIGN_CLOSED)));
    }

    private Uploads.Request request(String name) {
        return new Uploads.Request(ID, Office.WORKSPACE, spring, name, "key-1", Options.USUAL);
    }
}
