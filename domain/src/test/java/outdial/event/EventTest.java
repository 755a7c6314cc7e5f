package outdial.event;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.contact.ContactId;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.ListFile;
import outdial.imports.Options;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.imports.Target;
import outdial.phone.PhoneNumber;

final class EventTest {
    private static final Scene SCENE = Scene.of("clinic");
    private static final PhoneNumber PHONE = new PhoneNumber("+12025550143");

    @Test
    void an_import_that_ends_is_an_event_once() {
        Import.Planning planning = new Import.Planning(importDetails(), ListFile.NONE);
        Import.Completed completed =
                new Import.Completed(importDetails(), ListFile.NONE, Optional.empty(), Tally.NONE, NOON);
        Import.Failed failed = planning.fail(Failure.of(Failure.Reason.NO_ROWS), NOON);

        assertThat(Event.ofImport(Optional.of(planning), completed)).contains(new Event.ImportOver(completed));
        assertThat(Event.ofImport(Optional.empty(), failed)).contains(new Event.ImportOver(failed));
        assertThat(Event.ofImport(Optional.of(completed), completed)).isEmpty();
        assertThat(Event.ofImport(Optional.empty(), planning)).isEmpty();
        assertThat(new Event.ImportOver(completed).type()).isEqualTo(EventType.IMPORT_COMPLETED);
        assertThat(new Event.ImportOver(failed).type()).isEqualTo(EventType.IMPORT_FAILED);
        assertThat(new Event.ImportOver(failed).workspace()).isEqualTo(SCENE.workspace());
    }

    @Test
    void a_call_that_is_closed_is_an_event_and_a_correction_is_another() {
        Attempt open = new Attempt(
                new AttemptId("a1"),
                SCENE.campaign(),
                new ContactId("c1"),
                new Attempt.Route(PHONE, Scene.CALLER, "chime-sdk"),
                1,
                NOON,
                Optional.empty());
        Attempt lost = open.close(closing(Outcome.UNKNOWN, Closing.By.LEASE));
        Attempt known = open.close(closing(Outcome.INTERESTED, Closing.By.CARRIER));

        assertThat(Event.ofAttempt(Optional.empty(), open)).isEmpty();
        assertThat(Event.ofAttempt(Optional.of(open), lost)).contains(new Event.CallEnded(lost, false));
        assertThat(Event.ofAttempt(Optional.of(lost), known)).contains(new Event.CallEnded(known, true));
        assertThat(Event.ofAttempt(Optional.of(known), known)).isEmpty();
        assertThat(new Event.CallEnded(lost, false).type()).isEqualTo(EventType.CALL_ENDED);
        assertThat(new Event.CallEnded(known, true).type()).isEqualTo(EventType.CALL_CORRECTED);
        assertThat(new Event.CallEnded(known, true).workspace()).isEqualTo(SCENE.workspace());
    }

    @Test
    void an_opt_out_is_an_event_until_it_says_nothing_new() {
        DoNotCallEntry phone = entry(Channel.PHONE);
        DoNotCallEntry both = entry(Channel.PHONE, Channel.TEXT);

        assertThat(Event.ofEntry(Optional.empty(), phone)).contains(new Event.OptedOut(phone));
        assertThat(Event.ofEntry(Optional.of(phone), phone)).isEmpty();
        assertThat(Event.ofEntry(Optional.of(phone), both)).contains(new Event.OptedOut(both));
        assertThat(new Event.OptedOut(phone).type()).isEqualTo(EventType.CONTACT_OPTED_OUT);
        assertThat(new Event.OptedOut(phone).workspace()).isEqualTo(SCENE.workspace());
    }

    @Test
    void a_list_that_is_imported_is_not_an_opt_out_of_everybody_on_it() {
        DoNotCallEntry imported = new DoNotCallEntry(
                SCENE.workspace(), PHONE, Set.of(Channel.PHONE), DoNotCallEntry.IMPORTED, "bought", NOON);

        assertThat(Event.ofEntry(Optional.empty(), imported)).isEmpty();
    }

    @Test
    void a_campaign_that_changes_its_status_is_an_event() {
        Campaign.Draft draft = SCENE.draft(SCENE.settings(1));
        Campaign running = new Campaign.InProgress(draft.details());
        Campaign.Completed completed = new Campaign.Completed(draft.details());

        assertThat(Event.ofCampaign(Optional.empty(), draft)).isEmpty();
        assertThat(Event.ofCampaign(Optional.of(running), running)).isEmpty();
        assertThat(Event.ofCampaign(Optional.of(draft), running)).contains(new Event.CampaignMoved(running, "DRAFT"));
        assertThat(Event.ofCampaign(Optional.of(running), completed))
                .contains(new Event.CampaignMoved(completed, "IN_PROGRESS"));
        assertThat(new Event.CampaignMoved(running, "DRAFT").type()).isEqualTo(EventType.CAMPAIGN_STATUS_CHANGED);
        assertThat(new Event.CampaignMoved(completed, "IN_PROGRESS").type()).isEqualTo(EventType.CAMPAIGN_COMPLETED);
        assertThat(new Event.CampaignMoved(completed, "IN_PROGRESS").workspace())
                .isEqualTo(SCENE.workspace());
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_is_found_by_its_name(EventType type) {
        assertThat(EventType.of(type.text())).contains(type);
    }

    @Test
    void names_of_kinds_have_one_dot() {
        assertThat(EventType.CAMPAIGN_STATUS_CHANGED.text()).isEqualTo("campaign.status_changed");
        assertThat(EventType.of("campaign.started")).isEmpty();
    }

    private static Closing closing(Outcome outcome, Closing.By by) {
        return new Closing(outcome, by, Optional.empty(), OptionalInt.empty(), Optional.empty(), NOON);
    }

    private static DoNotCallEntry entry(Channel... channels) {
        return new DoNotCallEntry(SCENE.workspace(), PHONE, Set.of(channels), "CALL", "pressed 9", NOON);
    }

    private static Details importDetails() {
        return new Details(
                new ImportId("3nfbb3i2345672345672345672"),
                SCENE.workspace(),
                new Target.AddressBook(),
                Source.UPLOAD,
                "people.csv",
                "key",
                Options.USUAL,
                NOON);
    }
}
