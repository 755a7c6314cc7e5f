package outdial.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import outdial.event.EventType;
import outdial.workspace.WorkspaceId;

/// An address that is told of events, in one of its states.
public sealed interface Webhook {
    Details details();

    /// The state's name in the API.
    String status();

    /// With another secret; see [Secrets#rotate].
    Webhook with(Secrets secrets);

    default String id() {
        return details().id();
    }

    /// What is true of it in every state.
    ///
    /// @param types what it is told of; empty is everything
    record Details(
            String id, WorkspaceId workspace, URI url, Set<EventType> types, Secrets secrets, Instant createdAt) {
        public Details {
            types = Set.copyOf(types);
        }

        Details with(Secrets newSecrets) {
            return new Details(id, workspace, url, types, newSecrets, createdAt);
        }
    }

    /// It is told. `failingSince` is when it began to refuse what it is told, if it took nothing since.
    record Active(Details details, Optional<Instant> failingSince) implements Webhook {
        public boolean wants(EventType type) {
            return details.types().isEmpty() || details.types().contains(type);
        }

        public Active took() {
            return new Active(details, Optional.empty());
        }

        public Active refused(Instant now) {
            return failingSince.isPresent() ? this : new Active(details, Optional.of(now));
        }

        public Disabled disable(Instant now, String why) {
            return new Disabled(details, now, why);
        }

        @Override
        public Active with(Secrets secrets) {
            return new Active(details.with(secrets), failingSince);
        }

        @Override
        public String status() {
            return "ACTIVE";
        }
    }

    /// It is told nothing until somebody enables it again; what happens meanwhile is not told later.
    record Disabled(Details details, Instant at, String why) implements Webhook {
        public Active enable() {
            return new Active(details, Optional.empty());
        }

        @Override
        public Disabled with(Secrets secrets) {
            return new Disabled(details.with(secrets), at, why);
        }

        @Override
        public String status() {
            return "DISABLED";
        }
    }
}
