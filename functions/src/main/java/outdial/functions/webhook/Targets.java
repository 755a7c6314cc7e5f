package outdial.functions.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where webhooks may lead. A customer chooses the address and our machine asks it: without this rule it would ask
/// things for the customer that only our machine can reach.
public enum Targets {
    /// HTTPS to public addresses.
    PUBLIC,
    /// Any address, and without TLS: for a machine of one's own.
    ANY;

    private static final int LONGEST = 500;
    private static final Set<String> OWN_NAMES = Set.of("localhost", "local", "internal", "localdomain");

    /// Why this cannot be a webhook's address; empty where it can. What its name leads to is not looked up here,
    /// because it may be something else when it is asked.
    public Optional<String> refusal(URI url) {
        boolean plain = this == ANY && "http".equals(url.getScheme());
        if (!"https".equals(url.getScheme()) && !plain) return Optional.of("must begin with https://");
        if (url.getHost() == null) return Optional.of("must name a host");
        if (url.getRawUserInfo() != null) return Optional.of("must not have a user or password");
        if (url.getRawFragment() != null) return Optional.of("must not have a fragment");
        if (url.toString().length() > LONGEST) return Optional.of("must have at most " + LONGEST + " characters");
        return this == PUBLIC && isOwn(url.getHost())
                ? Optional.of("must be a public name, not an address or a name of a private network")
                : Optional.empty();
    }

    /// An address in digits, or a name that no public server has.
    private static boolean isOwn(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        String top = name.substring(name.lastIndexOf('.') + 1);
        return name.startsWith("[") || top.isEmpty() || top.matches("\\d.*") || OWN_NAMES.contains(top);
    }

    /// Whether a request may go there.
    boolean allows(InetAddress address) {
        return this == ANY || isPublic(address);
    }

    /// RFC 6890 and the registries of special-purpose addresses it founded.
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        return address instanceof Inet4Address
                ? isPublic4(part(bytes, 0), part(bytes, 1), part(bytes, 2))
                : isPublic6(bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> false;
            // Shared by carriers, 100.64.0.0/10.
            case 100 -> (second & 0xC0) != 64;
            case 169 -> second != 254;
            case 172 -> (second & 0xF0) != 16;
            // Protocol assignments, documentation, relays of 6to4, private networks.
            case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99) && second != 168;
            // Benchmarks and documentation.
            case 198 -> (second & 0xFE) != 18 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /// Of 2000::/3, all that is given out, what holds IPv4 addresses (Teredo, 6to4) or is for documentation is left
    /// out; so is everything else, private networks (fc00::/7) and translators (64:ff9b::/96) among it.
    private static boolean isPublic6(byte[] bytes) {
        int first = part(bytes, 0) << 8 | part(bytes, 1);
        int second = part(bytes, 2) << 8 | part(bytes, 3);
        boolean given = (first & 0xE000) == 0x2000;
        boolean special =
                first == 0x2002 || first == 0x3FFF || (first == 0x2001 && (second < 0x0200 || second == 0x0DB8));
        return given && !special;
    }

    private static int part(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
