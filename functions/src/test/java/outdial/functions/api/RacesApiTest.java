package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.dialing.Books;
import outdial.dialing.Wakeups;
import outdial.functions.api.ApiWorld.Sent;

/// What others do at the same time.
final class RacesApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();

    private final ApiWorld world = new ApiWorld();
    private int changes;

    @Test
    void who_loses_a_race_looks_again_and_does_it_then() {
        world.campaignAfter("start");

        Sent sent = pauseWhile(() -> {
            if (changes == 1) begin();
        });

        assertThat(sent.at("status")).isEqualTo("PAUSED");
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void who_looks_again_and_finds_it_cancelled_is_told_so() {
        world.campaignAfter("start");

        Sent sent = pauseWhile(() -> {
            if (changes == 1) world.post(CAMPAIGN + "/cancel", "");
        });

        assertThat(sent.problem()).isEqualTo("409 action-not-allowed");
        assertThat(world.campaign().status()).isEqualTo("CANCELLED");
    }

    @Test
    void who_loses_twice_is_told_so() {
        world.campaignAfter("start");

        Sent sent = pauseWhile(() -> {
            world.post(CAMPAIGN + "/pause", "");
            world.post(CAMPAIGN + "/resume", "");
        });

        assertThat(sent.problem()).isEqualTo("409 changed-meanwhile");
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void a_campaign_starts_though_its_wake_up_is_lost() {
        world.draft();
        Wakeups lost = new Wakeups() {
            @Override
            public void slotFreed(CampaignRef campaign) {
                throw new IllegalStateException("no queue");
            }

            @Override
            public void look(CampaignRef campaign, Duration delay) {
                throw new IllegalStateException("no queue");
            }
        };

        Sent sent =
                world.send(new Api(ports(world.ports.books(), lost)), Events.request("POST", CAMPAIGN + "/start", ""));

        assertThat(sent.at("status")).isEqualTo("SCHEDULED");
    }

    /// As the dispatcher does when the first call may go out.
    private void begin() {
        Campaign.Active scheduled = (Campaign.Active) world.campaign();
        assertThat(world.memory.campaigns().change(scheduled, scheduled.beginAt(ApiWorld.NOW, true)))
                .isTrue();
    }

    /// Pauses the campaign; whenever it is about to be written, the others come first.
    private Sent pauseWhile(Runnable others) {
        Books books = world.ports.books();
        Books watched = new Books(
                books.workspaces(),
                books.policies(),
                before(others),
                books.contacts(),
                books.doNotCall(),
                books.groups(),
                books.enrollments(),
                books.numbers(),
                books.attempts());
        return world.send(new Api(ports(watched, world.wakeups)), Events.request("POST", CAMPAIGN + "/pause", ""));
    }

    private Campaigns before(Runnable others) {
        return (Campaigns) Proxy.newProxyInstance(
                Campaigns.class.getClassLoader(), new Class<?>[] {Campaigns.class}, (_, method, arguments) -> {
                    if (method.getName().equals("change")) {
                        changes++;
                        others.run();
                    }
                    try {
                        return method.invoke(world.memory.campaigns(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private Ports ports(Books books, Wakeups wakeups) {
        Ports ports = world.ports;
        return new Ports(
                books,
                ports.agents(),
                ports.doors(),
                ports.mail(),
                ports.slots(),
                ports.progress(),
                wakeups,
                ports.phones(),
                ports.idempotency(),
                ports.rules(),
                ports.hooks(),
                ports.files(),
                ports.ringing(),
                ports.clock());
    }
}
