package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.contact.EmailAddress;
import outdial.imports.Mailbox;
import outdial.imports.Mailboxes;

public abstract class MailboxesContract extends PortsContract {
    private static final EmailAddress ANN = new EmailAddress("ann@example.com");
    private static final EmailAddress BOB = new EmailAddress("bob@example.com");

    protected abstract Mailboxes mailboxes();

    @Test
    void a_campaign_has_no_address_until_its_senders_are_set() {
        assertThat(mailboxes().find(scene.campaign())).isEmpty();
        assertThat(mailboxes().find("guess")).isEmpty();
    }

    @Test
    void an_address_is_found_by_its_campaign_and_by_its_token() {
        Mailbox mailbox = mailboxes().set(scene.campaign(), Set.of(ANN, BOB));

        assertThat(mailbox).isEqualTo(new Mailbox(mailbox.token(), scene.campaign(), Set.of(ANN, BOB)));
        assertThat(mailboxes().find(scene.campaign())).contains(mailbox);
        assertThat(mailboxes().find(mailbox.token())).contains(mailbox);
    }

    @Test
    void an_address_stays_when_its_senders_change() {
        Mailbox first = mailboxes().set(scene.campaign(), Set.of(ANN));

        Mailbox second = mailboxes().set(scene.campaign(), Set.of());

        assertThat(second).isEqualTo(new Mailbox(first.token(), scene.campaign(), Set.of()));
        assertThat(mailboxes().find(first.token())).contains(second);
    }

    @Test
    void no_two_campaigns_have_the_same_address() {
        Mailbox one = mailboxes().set(scene.campaign("one"), Set.of(ANN));
        Mailbox two = mailboxes().set(scene.campaign("two"), Set.of(ANN));

        assertThat(one.token()).isNotEqualTo(two.token());
        assertThat(mailboxes().find(one.token())).contains(one);
    }
}
