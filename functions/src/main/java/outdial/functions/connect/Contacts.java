package outdial.functions.connect;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import outdial.dialing.Pauses;
import outdial.functions.connect.ConnectApi.Reply;

/// Looks contacts up. The service answers two such requests a second by default, so that one is asked for again where
/// there were too many; reading may be repeated.
public final class Contacts {
    /// With its pauses, 0.5 s and then half a second longer each time, some ten seconds.
    private static final int MOST_TRIES = 7;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ConnectApi api;
    private final String instanceId;
    private final Pauses pauses;
    private final InstantSource clock;

    public Contacts(ConnectApi api, String instanceId, Pauses pauses, InstantSource clock) {
        this.api = api;
        this.instanceId = instanceId;
        this.pauses = pauses;
        this.clock = clock;
    }

    /// A contact's record now, or why there is none.
    sealed interface Look {
        record Seen(ContactRecord contact) implements Look {}

        record Unknown() implements Look {}

        /// Asked too often, or the service is not well.
        record NotNow(String why) implements Look {}
    }

    /// Looks again and again for some seconds where the service cannot answer.
    Look patiently(String contactId) {
        Look look = once(contactId);
        for (int tries = 1; tries < MOST_TRIES && look instanceof Look.NotNow; tries++) {
            pauses.until(clock.instant().plus(PAUSE.multipliedBy(tries)));
            look = once(contactId);
        }
        return look;
    }

    Look once(String contactId) {
        try {
            return look(api.describeContact(instanceId, contactId));
        } catch (IOException nothingCame) {
            return new Look.NotNow(nothingCame.getClass().getSimpleName());
        }
    }

    private static Look look(Reply reply) {
        if (reply.isOk()) return new Look.Seen(new ContactRecord(reply.body().path("Contact")));
        boolean unknown = reply.error().equals("ResourceNotFoundException");
        return unknown ? new Look.Unknown() : new Look.NotNow(reply.status() + " " + reply.error());
    }

    /// Hangs up. Whether it worked is seen when the contact's end is reported.
    void stop(String contactId) {
        try {
            api.stopContact(instanceId, contactId);
        } catch (IOException notHeard) {
            // Asked again by whoever finds the call still on.
        }
    }

    boolean areIn(String instanceArn) {
        return Optional.of(instanceArn)
                .filter(arn -> arn.endsWith("/" + instanceId))
                .isPresent();
    }
}
