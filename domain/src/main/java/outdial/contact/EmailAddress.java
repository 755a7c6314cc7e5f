package outdial.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address, trimmed and in lower case, so that equal addresses are equal values. `toString` is masked.
public record EmailAddress(String address) {
    private static final Pattern FORM =
            Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}\\.[^\\s@.,;<>\"]{2,63}");

    public EmailAddress {
        if (!FORM.matcher(address).matches() || !address.equals(address.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not an e-mail address in lower case");
        }
    }

    /// The address in `text`, or empty where there is none.
    public static Optional<EmailAddress> parse(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(address).matches() ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    @Override
    public String toString() {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }
}
