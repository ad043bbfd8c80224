package news.piton.articles.internal.fetching;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file over http or https. A host's name is looked up once, the addresses found are held against the {@link Reach},
 * and the connection goes to those and no others, so that no name can lead anywhere else; every redirect is held against it
 * anew. No proxy, cookie or credential of this machine is used.
 */
public final class FetchFile implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Reach reach;
    private final InstantSource clock;
    private final long largest;
    private final Duration time;
    private final CloseableHttpClient client;

    /**
     * @param largest in bytes
     * @param time for a whole file, with its redirects
     */
    public FetchFile(Reach reach, InstantSource clock, long largest, Duration time) {
        this.reach = reach;
        this.clock = clock;
        this.largest = largest;
        this.time = time;
        Timeout silence = Timeout.of(SILENCE);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Lookup())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .setUserAgent("Piton")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .build();
    }

    /** Reads a file to its end. */
    public interface Taking<T> {
        T take(InputStream file) throws IOException;
    }

    /** @throws NotFetched when it is not to be had, or must not be, or is too large */
    public <T> T fetch(String address, Taking<T> taking) throws IOException {
        Instant end = clock.instant().plus(time);
        URI next = checked(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer<T> answer = ask(next, end, taking);
            if (answer.moved == null) {
                return answer.taken;
            }
            next = checked(next.resolve(answer.moved).toString());
        }
        throw new NotFetched("it is redirected again and again");
    }

    /** Either where it has moved or what was taken. */
    private record Answer<T>(@Nullable URI moved, T taken) {}

    @SuppressWarnings("NullAway") // nothing is taken of what has moved
    private <T> Answer<T> ask(URI address, Instant end, Taking<T> taking) throws IOException {
        try {
            return client.execute(new HttpGet(URI.create(address.toASCIIString())), response -> {
                if (REDIRECTS.contains(response.getCode())) {
                    return new Answer<>(location(response), null);
                }
                HttpEntity entity = response.getEntity();
                if (response.getCode() != 200 || entity == null) {
                    throw new NotFetched("its server answers " + response.getCode());
                }
                if (entity.getContentLength() > largest) {
                    throw tooLarge();
                }
                return new Answer<>(null, taking.take(new Bounded(entity.getContent(), end)));
            });
        } catch (NotFetched told) {
            throw told;
        } catch (OutOfReach forbidden) {
            throw outOfReach();
        } catch (UnknownHostException unknown) {
            throw new NotFetched("there is no such host");
        } catch (IOException broken) {
            throw new NotFetched("its server does not answer");
        }
    }

    private static URI location(ClassicHttpResponse response) throws NotFetched {
        Header location = response.getFirstHeader("Location");
        try {
            return URI.create(location == null ? "" : location.getValue());
        } catch (IllegalArgumentException malformed) {
            throw new NotFetched("it is redirected to no address");
        }
    }

    private URI checked(String address) throws NotFetched {
        try {
            URI uri = URI.create(address.strip().replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(scheme)
                    && reach.port(port)) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // as any other address that is none
        }
        throw outOfReach();
    }

    private static NotFetched outOfReach() {
        return new NotFetched("not an address on the public web");
    }

    /** A host that exists and must not be reached. */
    private static final class OutOfReach extends UnknownHostException {
        private static final long serialVersionUID = 1;

        OutOfReach(String host) {
            super(host);
        }
    }

    private NotFetched tooLarge() {
        return new NotFetched("larger than " + (largest >> 20) + " MiB");
    }

    /** What looks up names for every connection. One address of a name that must not be reached spoils all. */
    private final class Lookup implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            if (!Stream.of(addresses).allMatch(reach::address)) {
                throw new OutOfReach(host);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Ends a file that is longer, or takes longer, than a file may. */
    private final class Bounded extends FilterInputStream {
        private final Instant end;
        private long read;

        Bounded(InputStream in, Instant end) {
            super(in);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            if (read > largest) {
                throw tooLarge();
            }
            if (clock.instant().isAfter(end)) {
                throw new NotFetched("it takes longer than " + time.toSeconds() + " seconds");
            }
            return count;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
