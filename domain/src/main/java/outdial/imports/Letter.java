package outdial.imports;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.contact.EmailAddress;

/// A mail that came for one or more campaigns.
///
/// @param id what the mail service calls it; the same when it is delivered again
/// @param tokens the addresses it came for, without their domain
/// @param from every address that the mail names as its sender
/// @param automatic a program wrote it, and must not be answered
public record Letter(
        String id,
        Instant at,
        List<String> tokens,
        List<String> from,
        String subject,
        boolean automatic,
        Verdicts verdicts,
        List<Enclosure> enclosures) {
    public Letter {
        tokens = List.copyOf(tokens);
        from = List.copyOf(from);
        enclosures = List.copyOf(enclosures);
    }

    /// What the mail service found out.
    ///
    /// @param clean neither spam nor a virus
    /// @param dmarc the domain of the sender vouches for the mail
    /// @param dkimDomains the domains whose signatures on the mail are good
    public record Verdicts(boolean clean, boolean dmarc, Set<String> dkimDomains) {
        public Verdicts {
            dkimDomains = Set.copyOf(dkimDomains);
        }

        /// Whether the sender's domain vouches for the mail, or one above it, which has power over it. DKIM's own rule
        /// takes sister domains too, but needs a list of the suffixes below which anybody may register.
        boolean vouchFor(EmailAddress sender) {
            String domain = sender.address().substring(sender.address().indexOf('@') + 1);
            return dmarc || dkimDomains.stream().anyMatch(signer -> ("." + domain).endsWith("." + signer));
        }
    }

    /// A file in the mail.
    public sealed interface Enclosure {
        String file();

        /// @param file a name without path
        record ContactList(String file, ByteBuffer content) implements Enclosure {}

        record TooLarge(String file) implements Enclosure {}
    }

    /// Who wrote it; empty where the mail does not say so in one word.
    Optional<EmailAddress> sender() {
        return from.size() == 1 ? EmailAddress.parse(from.getFirst()) : Optional.empty();
    }
}
