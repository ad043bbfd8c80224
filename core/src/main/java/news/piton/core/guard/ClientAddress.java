package news.piton.core.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a request came from, with the trusted proxies taken off. An IPv6 address counts as its /64 network, since one
 * household has that many to choose from.
 *
 * @param text the IPv4 address, or the IPv6 network in the form {@code 2001:db8:1:2::/64}
 */
public record ClientAddress(String text) {

    public static ClientAddress of(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] bytes = address.getAddress();
            return new ClientAddress(IntStream.range(0, 4)
                            .mapToObj(group ->
                                    Integer.toHexString((bytes[2 * group] & 0xff) << 8 | bytes[2 * group + 1] & 0xff))
                            .collect(Collectors.joining(":"))
                    + "::/64");
        }
        return new ClientAddress(address.getHostAddress());
    }
}
