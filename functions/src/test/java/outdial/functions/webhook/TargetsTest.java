package outdial.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void nothing_is_sent_to_an_address_that_is_not_public(String address) throws UnknownHostException {
        assertThat(Targets.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
        assertThat(Targets.ANY.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "203.0.114.1",
                "223.255.255.254",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void public_addresses_are_asked(String address) throws UnknownHostException {
        assertThat(Targets.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://crm.example.com/ | must begin with https://",
                "ftp://crm.example.com/ | must begin with https://",
                "/hook | must begin with https://",
                "https:///hook | must name a host",
                "https://ann:secret@crm.example.com/ | must not have a user or password",
                "https://crm.example.com/#part | must not have a fragment",
                "https://localhost/ | must be a public name, not an address or a name of a private network",
                "https://LOCALHOST./ | must be a public name, not an address or a name of a private network",
                "https://db.internal/ | must be a public name, not an address or a name of a private network",
                "https://169.254.169.254/latest | must be a public name, not an address or a name of a private network",
                "https://8.8.8.8/ | must be a public name, not an address or a name of a private network",
                "https://[::1]/ | must be a public name, not an address or a name of a private network"
            })
    void an_address_that_cannot_be_is_refused_with_the_reason(String url, String why) {
        assertThat(Targets.PUBLIC.refusal(URI.create(url))).contains(why);
    }

    @Test
    void a_public_name_can_be() {
        assertThat(Targets.PUBLIC.refusal(URI.create("https://crm.example.com:8443/a/b?c=d")))
                .isEmpty();
        assertThat(Targets.PUBLIC.refusal(URI.create("https://crm.example.com/" + "x".repeat(500))))
                .contains("must have at most 500 characters");
    }

    @Test
    void on_a_machine_of_ones_own_anything_goes_but_other_protocols() {
        assertThat(Targets.ANY.refusal(URI.create("http://localhost:9000/"))).isEmpty();
        assertThat(Targets.ANY.refusal(URI.create("file:///etc/passwd"))).contains("must begin with https://");
    }
}
