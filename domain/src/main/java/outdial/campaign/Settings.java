package outdial.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.hours.Window;
import outdial.phone.PhoneNumber;
import outdial.rules.Purpose;
import outdial.workspace.AgentId;

/// What an operator sets for a campaign. `concurrency`: calls at once; `throttle`: the least time between two call
/// starts; `startAt` and `endAt`: nothing goes out before or after; no `window` means the lawful hours.
public record Settings(
        String name,
        CampaignType type,
        Optional<AgentId> agent,
        List<PhoneNumber> callerNumbers,
        Limits limits,
        RetryRules retries,
        Optional<Window> window,
        Optional<Instant> startAt,
        Optional<Instant> endAt,
        ExecutionMode mode,
        Purpose purpose,
        Eligibility eligibility) {

    public static final int LONGEST_NAME = 200;
    public static final int MOST_CALLER_NUMBERS = 20;

    public Settings {
        callerNumbers = List.copyOf(callerNumbers);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must be 1 to " + LONGEST_NAME + " characters");
        }
        if (callerNumbers.size() > MOST_CALLER_NUMBERS) {
            throw new IllegalArgumentException(
                    "at most " + MOST_CALLER_NUMBERS + " caller numbers, were " + callerNumbers.size());
        }
        if (startAt.isPresent() && endAt.isPresent() && !startAt.get().isBefore(endAt.get())) {
            throw new IllegalArgumentException("startAt must be before endAt");
        }
    }

    /// For anybody, by itself, to sell something: the purpose with the strictest rules.
    @SuppressWarnings("PMD.ExcessiveParameterList") // what most campaigns set
    public Settings(
            String name,
            CampaignType type,
            Optional<AgentId> agent,
            List<PhoneNumber> callerNumbers,
            Limits limits,
            RetryRules retries,
            Optional<Window> window,
            Optional<Instant> startAt,
            Optional<Instant> endAt) {
        this(
                name,
                type,
                agent,
                callerNumbers,
                limits,
                retries,
                window,
                startAt,
                endAt,
                ExecutionMode.SCHEDULED,
                Purpose.TELEMARKETING,
                Eligibility.EVERYBODY);
    }

    /// How many calls at once, and how far apart they start.
    public record Limits(int concurrency, Duration throttle) {
        public static final int MOST_CONCURRENCY = 1000;
        public static final Duration LONGEST_THROTTLE = Duration.ofMinutes(1);
        /// After the bounds that it is checked against.
        public static final Limits DEFAULT = new Limits(1, Duration.ZERO);

        public Limits {
            if (concurrency < 1 || concurrency > MOST_CONCURRENCY) {
                throw new IllegalArgumentException(
                        "concurrency must be 1 to " + MOST_CONCURRENCY + ", was " + concurrency);
            }
            if (throttle.isNegative() || throttle.compareTo(LONGEST_THROTTLE) > 0) {
                throw new IllegalArgumentException(
                        "throttleMillis must be 0 to " + LONGEST_THROTTLE.toMillis() + ", was " + throttle.toMillis());
            }
        }
    }

    /// The settings without which a campaign cannot start, by their API names; empty when it can.
    public List<String> missing(boolean rulesOn) {
        return Stream.of(
                        agent.isEmpty() ? "agentId" : "",
                        callerNumbers.isEmpty() ? "callerNumbers" : "",
                        window.isEmpty() && !rulesOn ? "window" : "")
                .filter(field -> !field.isEmpty())
                .toList();
    }

    public boolean hasEnded(Instant now) {
        return endAt.isPresent() && !now.isBefore(endAt.get());
    }

    public boolean hasBegun(Instant now) {
        return startAt.isEmpty() || !now.isBefore(startAt.get());
    }
}
