package news.piton.articles.internal.fetching;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Where files may be fetched from. What the installation uses is {@link #PUBLIC}, and no setting changes that; a test that
 * needs a server of its own hands another one to the constructor.
 */
public interface Reach {
    Reach PUBLIC = new Reach() {
        @Override
        public boolean address(InetAddress address) {
            return isPublic(address);
        }

        @Override
        public boolean port(int port) {
            return port == 80 || port == 443;
        }
    };

    boolean address(InetAddress address);

    boolean port(int port);

    /**
     * Whether an address belongs to the public internet, by IANA's registries of special-purpose addresses (RFC 6890): not
     * loopback, private, link-local (where clouds keep their metadata), carrier-grade NAT, documentation, benchmarks, multicast
     * or reserved. Of IPv6 only global unicast, 2000::/3, counts, without the ranges that carry an IPv4 address inside.
     */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        boolean globalUnicast = first >= 0x2000 && first <= 0x3FFF;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0DB8) // protocols, Teredo; documentation
                || first == 0x2002 // 6to4
                || first == 0x3FFF && second < 0x1000; // documentation
        return globalUnicast && !special;
    }

    private static boolean isPublic(int a, int b, int c) {
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }
}
