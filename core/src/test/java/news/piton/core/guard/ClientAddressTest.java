package news.piton.core.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import news.piton.core.settings.Settings;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final String PROXIES = "10.0.0.0/8, 2001:db8:ffff::/48, 192.0.2.1";

    private static String of(Map<String, String> settings, String peer, String... values) {
        return new ClientAddresses(Settings.read(Guard.SETTINGS, settings, Map.of()))
                .of(InetAddress.ofLiteral(peer), List.of(values))
                .text();
    }

    private static String behind(String peer, String... values) {
        return of(Map.of("server.trusted-proxies", PROXIES), peer, values);
    }

    private static String forwarded(String peer, String... values) {
        return of(Map.of("server.trusted-proxies", PROXIES, "server.proxy-header", "forwarded"), peer, values);
    }

    @Test
    void believes_nobody_who_is_not_trusted() {
        assertEquals("203.0.113.9", of(Map.of(), "203.0.113.9", "198.51.100.1"));
        assertEquals("127.0.0.1", of(Map.of(), "127.0.0.1", "198.51.100.1"));
        assertEquals("203.0.113.9", behind("203.0.113.9", "198.51.100.1"));
    }

    @Test
    void takes_the_last_address_that_a_trusted_proxy_saw() {
        assertEquals("198.51.100.1", behind("10.1.2.3", "198.51.100.1"));
        assertEquals("198.51.100.1", behind("192.0.2.1", "1.2.3.4, 198.51.100.1, 10.9.9.9"));
        assertEquals("198.51.100.1", behind("10.1.2.3", "1.2.3.4", "198.51.100.1 ,10.9.9.9"), "two headers");
        assertEquals("198.51.100.1", behind("10.1.2.3", "198.51.100.1:4711"));
        assertEquals("10.1.2.3", behind("10.1.2.3"));
    }

    @Test
    void stays_with_the_last_known_one_when_the_header_is_nonsense() {
        for (String hostile : List.of(
                "",
                ",",
                "unknown",
                "localhost",
                "evil.example",
                "1.2.3",
                "0x7f000001",
                "999.1.1.1",
                "1.2.3.4.5",
                "::1%eth0",
                "[::1",
                ":::::::",
                "127.0.0.1; DROP TABLE",
                "\u0661.2.3.4",
                "a".repeat(10_000))) {
            assertEquals("10.1.2.3", behind("10.1.2.3", "1.2.3.4, " + hostile), hostile);
        }
    }

    @Test
    void counts_an_ipv6_network_as_one_and_a_mapped_address_as_what_it_maps() {
        assertEquals("2001:db8:1:2::/64", behind("2001:db8:1:2:3:4:5:6"));
        assertEquals("2001:db8:1:2::/64", behind("2001:db8:ffff::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertEquals("2001:db8:1:2::/64", behind("10.0.0.1", "[2001:db8:1:2::9]:443"));
        assertEquals("198.51.100.1", behind("10.0.0.1", "::ffff:198.51.100.1"));
        assertEquals("0:0:0:0::/64", behind("::1"));
    }

    @Test
    void reads_the_standard_header_where_it_is_chosen_and_only_that() {
        assertEquals("198.51.100.1", forwarded("10.1.2.3", "for=198.51.100.1;proto=https;by=10.0.0.1"));
        assertEquals(
                "198.51.100.1",
                forwarded("10.1.2.3", "for=1.2.3.4, proto=http; For=\"198.51.100.1:80\", for=10.9.9.9"));
        assertEquals("2001:db8:1:2::/64", forwarded("10.1.2.3", "For=\"[2001:db8:1:2::7]:4711\""));
        assertEquals("10.1.2.3", forwarded("10.1.2.3", "for=1.2.3.4, for=_hidden"));
        assertEquals("10.1.2.3", forwarded("10.1.2.3", "198.51.100.1"));
    }

    @Test
    void a_wrong_list_of_proxies_stops_the_start_with_a_sentence() {
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/x")) {
            var refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> Settings.read(Guard.SETTINGS, Map.of("server.trusted-proxies", wrong), Map.of()));
            assertTrue(String.valueOf(refusal.getMessage()).contains("`server.trusted-proxies`"), refusal::getMessage);
        }
    }
}
