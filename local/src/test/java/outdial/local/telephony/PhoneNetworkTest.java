package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outdial.local.lambda.Invoker;
import outdial.local.telephony.NetworkFaults.Deliveries;
import outdial.local.telephony.NetworkSettings.Patience;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/// The whole network on real threads, called through the real SDK.
final class PhoneNetworkTest {
    private static final int CALLS = 100;

    // A call of a minute lasts 60 ms.
    private static final NetworkSettings FAST = NetworkSettings.usual().withTimeScale(0.001);

    @Test
    void hundreds_of_calls_end_as_the_seed_says_with_every_event_delivered_twice_at_once() throws IOException {
        var people = People.mixed(42, Mix.usual());
        try (var network = new PhoneNetwork(FAST, people);
                var cloud = new ToyCloud(new ToyCallFlow(), Clock.systemUTC());
                var client = cloud.client()) {
            network.attach(cloud);
            network.faults().deliver(Deliveries.TWICE_AT_ONCE);

            for (int i = 0; i < CALLS; i++) {
                call(client, number(i));
            }
            await(() -> network.ledger().unreported().isEmpty());

            for (int i = 0; i < CALLS; i++) {
                CallRecord call = network.ledger().callsTo(number(i)).getFirst();
                Person person = people.person(number(i), 0);
                assertThat(call.persona()).isEqualTo(Personas.nameOf(person.persona()));
                assertThat(call.sipCode())
                        .contains(
                                switch (person.persona()) {
                                    case Persona.Answering _ -> 0;
                                    case Persona.Unreachable unreachable -> unreachable.sipCode();
                                });
            }
            assertThat(network.ledger().calls()).hasSize(CALLS);
            assertThat(network.ledger().violations()).isEmpty();
            assertThat(network.ledger().functionFailures()).isEmpty();
            assertThat(network.ledger().startGaps()).hasSize(CALLS - 1);
        }
    }

    @Test
    void a_silent_function_is_asked_again_and_then_given_up() throws IOException {
        var heard = new CountDownLatch(2);
        var never = new CountDownLatch(1);
        Invoker silent = (function, event) -> {
            heard.countDown();
            try {
                never.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        };
        var patience = new Patience(Duration.ofMillis(20), Duration.ofMillis(80));
        try (var network = new PhoneNetwork(FAST.withPatience(patience), People.all(Personas.LISTENS));
                var cloud = new ToyCloud(silent, Clock.systemUTC());
                var client = cloud.client()) {
            network.attach(cloud);
            call(client, "+12065550101");

            await(() -> network.ledger().unreported().isEmpty());

            assertThat(heard.getCount()).isZero();
            assertThat(network.ledger().calls().getFirst().sipCode()).contains(480);
            assertThat(network.ledger().functionFailures())
                    .extracting(Violation::event, Violation::message)
                    .containsExactly(
                            tuple("NEW_OUTBOUND_CALL", "AWS Lambda client operation timed out"),
                            tuple("HANGUP", "AWS Lambda client operation timed out"));
            never.countDown();
        }
    }

    @Test
    void a_network_that_is_started_again_ends_the_calls_it_was_stopped_in(@TempDir Path directory) throws IOException {
        var slow = NetworkSettings.usual().keptIn(directory);
        var function = new ToyCallFlow();
        try (var cloud = new ToyCloud(function, Clock.systemUTC());
                var client = cloud.client();
                var network = new PhoneNetwork(slow, People.all(Personas.NO_ANSWER))) {
            network.attach(cloud);
            call(client, "+12065550101");
            await(() -> function.heard().contains("1 NEW_OUTBOUND_CALL"));
        }

        try (var cloud = new ToyCloud(function, Clock.systemUTC());
                var network = new PhoneNetwork(slow, People.all(Personas.NO_ANSWER))) {
            network.attach(cloud);
            await(() -> network.ledger().unreported().isEmpty());

            assertThat(network.ledger().callsTo("+12065550101"))
                    .extracting(call -> call.sipCode().orElseThrow())
                    .containsExactly(480);
            assertThat(function.heard()).endsWith("2 HANGUP");
        }
    }

    @Test
    void a_template_that_opens_no_function_to_the_network_is_refused() throws IOException {
        try (var network = new PhoneNetwork(FAST, People.all(Personas.BUSY));
                var cloud = new ToyCloud(new ToyCallFlow(), Clock.systemUTC(), List.of())) {
            assertThatThrownBy(() -> network.attach(cloud))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("one function must have a Lambda permission for"
                            + " voiceconnector.chime.amazonaws.com, found []");
        }
    }

    private static void call(ChimeSdkVoiceClient client, String number) {
        client.createSipMediaApplicationCall(call -> call.sipMediaApplicationId("app")
                .fromPhoneNumber("+12065550100")
                .toPhoneNumber(number)
                .argumentsMap(Map.of("attemptId", "to " + number)));
    }

    private static String number(int i) {
        return "+1206555" + String.format("%04d", i);
    }

    /// Polls, for at most a minute.
    private static void await(BooleanSupplier condition) {
        for (int polls = 0; !condition.getAsBoolean(); polls++) {
            if (polls == 12_000) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
