package outdial.local.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.functions.chime.CallDetail;
import outdial.functions.chime.CallDetails;
import outdial.functions.dynamo.DynamoCallDetails;
import outdial.local.LocalStack;
import outdial.phone.PhoneNumber;

@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DynamoCallDetailsTest {
    private static final PhoneNumber DESK = new PhoneNumber("+12075550155");
    private static final Instant NOON = Instant.parse("2027-03-02T12:00:00Z");

    private final CallDetails details = new DynamoCallDetails(TemplateTables.shared());

    @Test
    void the_latest_call_between_two_numbers_is_kept_in_whatever_order_records_come() {
        PhoneNumber ann = new PhoneNumber("+13605551214");
        CallDetail later = new CallDetail("call-2", DESK, ann, NOON.plusSeconds(60), 0);
        details.note(later);
        details.note(new CallDetail("call-1", DESK, ann, NOON, 42));

        assertThat(details.latest(DESK, ann)).contains(later);
    }

    @Test
    void of_several_records_of_a_call_the_one_that_is_billed_longest_counts() {
        PhoneNumber bob = new PhoneNumber("+13605551215");
        CallDetail longest = new CallDetail("call-1", DESK, bob, NOON, 42);
        details.note(new CallDetail("call-1", DESK, bob, NOON, 0));
        details.note(longest);
        details.note(new CallDetail("call-1", DESK, bob, NOON, 7));

        assertThat(details.latest(DESK, bob)).contains(longest);
    }

    @Test
    void numbers_without_a_record_have_none() {
        assertThat(details.latest(DESK, new PhoneNumber("+13605551216"))).isEmpty();
    }
}
