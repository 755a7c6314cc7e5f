package outdial.simulation;

import java.time.Duration;
import java.time.Instant;

/// A handler that runs: what it is called, how far its clock is ahead of the true time, and when it is killed.
final class Actor {
    static final Actor NOBODY = new Actor("nobody", Duration.ZERO, Instant.MAX);

    static final String OPERATOR = "operator";

    private final String name;
    private final Duration ahead;
    private final Instant killedAt;
    private long campaignReadAt;
    private long policyReadAt;
    private long circuitReadAt;
    private boolean looked;

    Actor(String name, Duration ahead, Instant killedAt) {
        this.name = name;
        this.ahead = ahead;
        this.killedAt = killedAt;
    }

    /// Somebody at the console, or a program at the API.
    boolean isOperator() {
        return name.equals(OPERATOR);
    }

    Duration ahead() {
        return ahead;
    }

    boolean isOverTime(Instant now) {
        return now.isAfter(killedAt);
    }

    /// Notes that it read its campaign, as the effects before the `effect`-th left it.
    void readCampaign(long effect) {
        campaignReadAt = effect;
        looked = true;
    }

    /// Notes that it read the workspace's policy, likewise.
    void readPolicy(long effect) {
        policyReadAt = effect;
    }

    /// Notes that it read how a carrier does, likewise.
    void readCircuit(long effect) {
        circuitReadAt = effect;
    }

    long circuitReadAt() {
        return circuitReadAt;
    }

    long policyReadAt() {
        return policyReadAt;
    }

    /// What it saw before may be so no more.
    void waited() {
        looked = false;
    }

    /// Whether it read its campaign since it last waited.
    boolean hasLooked() {
        return looked;
    }

    long campaignReadAt() {
        return campaignReadAt;
    }

    @Override
    public String toString() {
        return name;
    }
}
