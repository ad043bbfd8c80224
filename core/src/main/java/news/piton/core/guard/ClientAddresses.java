package news.piton.core.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/**
 * Tells a client's address from the socket's peer and the header in which proxies pass on whom they speak for. Only what a
 * trusted proxy wrote is believed: the header is read from its end, and the first address that is no trusted proxy's is
 * the client's. What stands before it can be made up by anybody.
 */
public final class ClientAddresses {
    static final Setting<List<Network>> TRUSTED_PROXIES = new Setting<>(
            "server.trusted-proxies",
            "",
            "The proxies before Piton that are believed about whom they speak for: addresses or networks such as "
                    + "10.0.0.0/8, separated by commas. Empty: none.",
            ClientAddresses::networks);
    static final Setting<String> PROXY_HEADER = new Setting<>(
            "server.proxy-header",
            "X-Forwarded-For",
            "The one header that the trusted proxies write, overwriting or extending what a client sent:"
                + " X-Forwarded-For, or Forwarded (RFC 7239). The other one is ignored, since anybody could send it.",
            ClientAddresses::header);

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)");
    private static final Pattern WITH_PORT =
            Pattern.compile("([0-9.]+):[0-9]{1,5}|\\[([0-9a-fA-F:.]+)](?::[0-9]{1,5})?");

    private final List<Network> trusted;
    private final String header;

    public ClientAddresses(Settings settings) {
        this.trusted = settings.get(TRUSTED_PROXIES);
        this.header = settings.get(PROXY_HEADER);
    }

    /** The name of the header that {@link #of} wants the values of. */
    public String header() {
        return header;
    }

    /**
     * @param peer the other end of the socket
     * @param values the values of {@link #header()}, in the order in which they came
     */
    public ClientAddress of(InetAddress peer, List<String> values) {
        InetAddress client = peer;
        if (isTrusted(client)) {
            List<String> chain = values.stream()
                    .flatMap(value -> Stream.of(value.split(",", -1)))
                    .toList();
            for (String hop : chain.reversed()) {
                Optional<InetAddress> before = address(hop);
                if (before.isEmpty()) {
                    break; // unknown, hidden or nonsense: the proxy that wrote it is the last we know
                }
                client = before.get();
                if (!isTrusted(client)) {
                    break;
                }
            }
        }
        return ClientAddress.of(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private Optional<InetAddress> address(String hop) {
        String text = hop.strip();
        if (header.equals("Forwarded")) {
            Matcher parameter = FOR.matcher(text);
            if (!parameter.find()) {
                return Optional.empty();
            }
            text = parameter.group(1);
            text = text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
        }
        Matcher withPort = WITH_PORT.matcher(text);
        if (withPort.matches()) {
            text = withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
        }
        return Network.address(text);
    }

    private static List<Network> networks(String text) {
        List<Network> networks = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                networks.add(Network.parse(part.strip()));
            }
        }
        return List.copyOf(networks);
    }

    private static String header(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "x-forwarded-for" -> "X-Forwarded-For";
            case "forwarded" -> "Forwarded";
            default -> throw new IllegalArgumentException("must be X-Forwarded-For or Forwarded");
        };
    }
}
