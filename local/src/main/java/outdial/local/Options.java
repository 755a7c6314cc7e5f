package outdial.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.local.lambda.Attachment;

/// How a local cloud is started; begins with [#of] and is refined step by step.
///
/// @param template the root template, `template.yaml`
/// @param data where tables, objects and sent mail are kept; empty keeps them until the cloud stops
/// @param ports where it listens
/// @param time what time it is there
/// @param deployment what an operator would choose when deploying
/// @param attachments what plugs in, such as the phone network
/// @param aws how tables and queues are kept, and who may use them
public record Options(
        Path template,
        Optional<Path> data,
        Ports ports,
        Time time,
        Deployment deployment,
        List<Attachment> attachments,
        Aws aws) {
    public Options {
        attachments = List.copyOf(attachments);
    }

    /// The ports of the AWS services, of HTTP APIs and of incoming mail; 0 takes any free one.
    public record Ports(int aws, int http, int smtp) {
        public static final Ports FREE = new Ports(0, 0, 0);
        public static final Ports USUAL = new Ports(4566, 8080, 2525);
    }

    /// What time it is in a local cloud.
    ///
    /// @param real the clock of those who sign addresses: for AWS's SDKs and CLI that is the machine's
    /// @param ahead so far the cloud is ahead of it; negative: behind
    public record Time(Clock real, Duration ahead) {
        Clock clock() {
            return ahead.isZero() ? real : Clock.offset(real, ahead);
        }

        /// Whether what expires by the cloud's time is over for those who go by the real one.
        boolean isBehind() {
            return ahead.isNegative();
        }
    }

    /// How tables and queues are kept, and who may use them.
    ///
    /// @param enforcesRoles functions may do only what their roles in the template allow
    /// @param elsewhere an endpoint that answers for DynamoDB and SQS, such as LocalStack's; empty starts them here
    public record Aws(boolean enforcesRoles, Optional<URI> elsewhere) {}

    /// What an operator would choose when deploying.
    ///
    /// @param parameters values for the template's parameters; those it does not name have their defaults
    /// @param scheduleSpeed how many times faster than real time schedules run; 60 makes a minute a second
    public record Deployment(Map<String, String> parameters, int scheduleSpeed) {
        public Deployment {
            parameters = Map.copyOf(parameters);
            if (scheduleSpeed < 1) {
                throw new IllegalArgumentException("scheduleSpeed must be at least 1, was " + scheduleSpeed);
            }
        }
    }

    /// In memory, on free ports, in real time, with the template's own defaults.
    public static Options of(Path template) {
        return new Options(
                template,
                Optional.empty(),
                Ports.FREE,
                new Time(Clock.systemUTC(), Duration.ZERO),
                new Deployment(Map.of(), 1),
                List.of(),
                new Aws(false, Optional.empty()));
    }

    public Options keptIn(Path directory) {
        return new Options(template, Optional.of(directory), ports, time, deployment, attachments, aws);
    }

    public Options on(Ports otherPorts) {
        return new Options(template, data, otherPorts, time, deployment, attachments, aws);
    }

    /// By another clock than the machine's; addresses are signed and expire by it too.
    public Options at(Clock other) {
        return new Options(template, data, ports, new Time(other, Duration.ZERO), deployment, attachments, aws);
    }

    /// As if it were that time now. From there it goes on at the usual speed.
    public Options at(Instant now) {
        Time shifted = new Time(time.real(), Duration.between(time.real().instant(), now));
        return new Options(template, data, ports, shifted, deployment, attachments, aws);
    }

    /// The time that functions, events, schedules and the phone network go by.
    public Clock clock() {
        return time.clock();
    }

    public Options with(Map<String, String> parameters) {
        Deployment other = new Deployment(parameters, deployment.scheduleSpeed());
        return new Options(template, data, ports, time, other, attachments, aws);
    }

    public Options scheduledFaster(int times) {
        Deployment other = new Deployment(deployment.parameters(), times);
        return new Options(template, data, ports, time, other, attachments, aws);
    }

    public Options attaching(Attachment... others) {
        return new Options(template, data, ports, time, deployment, List.of(others), aws);
    }

    /// Asks the functions' roles at each request that they make. Slower: tables and queues then answer behind the
    /// gateway.
    public Options enforcingRoles() {
        Aws other = new Aws(true, aws.elsewhere());
        return new Options(template, data, ports, time, deployment, attachments, other);
    }

    /// Keeps tables and queues where this endpoint answers.
    public Options storedAt(URI endpoint) {
        Aws other = new Aws(aws.enforcesRoles(), Optional.of(endpoint));
        return new Options(template, data, ports, time, deployment, attachments, other);
    }
}
