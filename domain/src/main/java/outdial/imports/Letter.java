package outdial.imports;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import outdial.contact.EmailAddress;

/// A mail that came for one or more campaigns.
///
/// @param id what the mail service calls it; the same when it is delivered again
/// @param tokens the addresses it came for, without their domain
/// @param from every address that the mail names as its sender
/// @param messageId by the program that wrote it; the same when the mail is sent again
/// @param automatic a program wrote it, and must not be answered
public record Letter(
        String id,
        Instant at,
        List<String> tokens,
        List<String> from,
        Optional<String> messageId,
        String subject,
        boolean automatic,
        Verdicts verdicts,
        List<Enclosure> enclosures) {
    /// As RFC 5322 has it, and no longer than SES takes values of headers.
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,800}>");

    public Letter {
        tokens = List.copyOf(tokens);
        from = List.copyOf(from);
        enclosures = List.copyOf(enclosures);
    }

    /// What the mail service found out.
    ///
    /// @param clean neither spam nor a virus
    /// @param dmarc the domain of the sender vouches for the mail
    /// @param dmarcDomain the sender's domain as the mail service understood it; empty where it does not say
    /// @param dkimDomains the domains whose signatures on the mail are good
    public record Verdicts(boolean clean, boolean dmarc, Optional<String> dmarcDomain, Set<String> dkimDomains) {
        public Verdicts {
            dkimDomains = Set.copyOf(dkimDomains);
        }

        /// Whether the sender's domain vouches for the mail, or one above it, which has power over it. DKIM's
        /// own rule takes sister domains too, but needs a list of the suffixes below which anybody may
        /// register. DMARC vouches for the sender that the mail service read, which must be the one that is
        /// read here.
        boolean vouchFor(EmailAddress sender) {
            String domain = domain(sender);
            boolean vouched =
                    dmarc && dmarcDomain.map(upper -> isAbove(upper, domain)).orElse(true);
            return vouched || dkimDomains.stream().anyMatch(signer -> isAbove(signer, domain));
        }

        private static boolean isAbove(String upper, String domain) {
            return ("." + domain).endsWith("." + upper);
        }
    }

    /// A file in the mail.
    public sealed interface Enclosure {
        String file();

        /// @param file a name without path
        record ContactList(String file, ByteBuffer content) implements Enclosure {}

        /// Not a list that can be imported, though it may have been meant as one.
        record Unusable(String file, Failure.Reason reason) implements Enclosure {}
    }

    /// Who wrote it; empty where the mail does not say so in one word.
    Optional<EmailAddress> sender() {
        return from.size() == 1 ? EmailAddress.parse(from.getFirst()).map(Letter::spelled) : Optional.empty();
    }

    /// The Message-ID, where it can stand in the header of another mail as it is.
    Optional<String> answerable() {
        return messageId.filter(id -> MESSAGE_ID.matcher(id).matches());
    }

    /// Domains of other scripts have two spellings; both are made the one that mail servers use (RFC 5891).
    static EmailAddress spelled(EmailAddress address) {
        String text = address.address();
        int domain = text.indexOf('@') + 1;
        try {
            return EmailAddress.parse(text.substring(0, domain) + IDN.toASCII(text.substring(domain)))
                    .orElse(address);
        } catch (IllegalArgumentException noSuchDomain) {
            return address;
        }
    }

    private static String domain(EmailAddress address) {
        return address.address().substring(address.address().indexOf('@') + 1);
    }
}
