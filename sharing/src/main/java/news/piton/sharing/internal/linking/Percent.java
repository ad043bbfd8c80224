package news.piton.sharing.internal.linking;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of RFC 3986, section 2: the UTF-8 octets of everything but the unreserved characters. Not {@code
 * URLEncoder}, whose plus signs mail programs and some sites show as they are.
 */
final class Percent {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0 && UNRESERVED.indexOf(octet) >= 0) {
                out.append((char) octet);
            } else {
                out.append('%').append(HEX[octet >> 4 & 15]).append(HEX[octet & 15]);
            }
        }
        return out.toString();
    }
}
