package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.contact.EmailAddress;
import outdial.imports.Correspondence;
import outdial.imports.Correspondence.Addressee;
import outdial.imports.Correspondence.Arrival;
import outdial.imports.ImportId;

public abstract class CorrespondenceContract extends PortsContract {
    protected abstract Correspondence correspondence();

    @Test
    void of_several_arrivals_of_a_mail_the_first_is_the_first_for_ever() {
        Arrival one = new Arrival("ses-1", NOON);
        Arrival two = new Arrival("ses-2", NOON.plusSeconds(9));
        String mail = scene.workspace() + "-mail";

        assertThat(correspondence().first(mail, one)).isEqualTo(one);
        assertThat(correspondence().first(mail, two)).isEqualTo(one);
        assertThat(correspondence().first(mail, one)).isEqualTo(one);
        assertThat(correspondence().first(mail + "-other", two)).isEqualTo(two);
    }

    @Test
    void who_waits_for_the_result_of_an_import_is_remembered() {
        ImportId id = ImportId.of(NOON, scene.workspace().value());
        ImportId other = ImportId.of(NOON, scene.workspace().value(), "other");
        Addressee ann = new Addressee(new EmailAddress("ann@example.com"), "Re: list", Optional.of("<1@example.com>"));
        Addressee ben = new Addressee(new EmailAddress("ben@example.com"), "Re: list", Optional.empty());

        assertThat(correspondence().addressee(id)).isEmpty();
        correspondence().expect(id, ann, NOON);
        correspondence().expect(id, ann, NOON);
        correspondence().expect(other, ben, NOON);

        assertThat(correspondence().addressee(id)).contains(ann);
        assertThat(correspondence().addressee(other)).contains(ben);
    }
}
