package outdial.local.telephony;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What CreateSipMediaApplicationCall was asked for.
///
/// @param arguments the ArgumentsMap, which the function finds in its NEW_OUTBOUND_CALL event
public record CallRequest(String applicationId, String from, String to, Map<String, String> arguments) {
    // The service model's pattern, which also allows a number without its plus sign.
    private static final Pattern E164 = Pattern.compile("\\+?[1-9]\\d{1,14}");

    public CallRequest {
        arguments = Map.copyOf(arguments);
    }

    /// The argument `attemptId`, by which the caller knows this call.
    public Optional<String> attemptId() {
        return Optional.ofNullable(arguments.get("attemptId"));
    }

    static boolean isPhoneNumber(String text) {
        return E164.matcher(text).matches();
    }
}
