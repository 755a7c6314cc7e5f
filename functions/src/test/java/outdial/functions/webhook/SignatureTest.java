package outdial.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    /// The example of the specification's own libraries.
    @Test
    void a_body_is_signed_with_its_id_and_time() {
        assertThat(header(List.of(SECRET))).isEqualTo(SIGNED);
    }

    @Test
    void each_secret_signs() {
        assertThat(header(List.of("whsec_MQ==", SECRET))).isEqualTo(header(List.of("whsec_MQ==")) + " " + SIGNED);
    }

    @Test
    void a_new_secret_is_one_that_can_sign_and_no_other_has() {
        String one = Signature.newSecret();

        assertThat(one).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
        assertThat(header(List.of(one))).startsWith("v1,").isNotEqualTo(SIGNED);
    }

    private static String header(List<String> secrets) {
        return Signature.header(secrets, "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}");
    }
}
