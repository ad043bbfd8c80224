package news.piton.core.host.http;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import news.piton.core.host.execution.Patience;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a listener up under bad manners: how large a header may be, how long a client may take to send one, how many
 * may be connected. A client that sends a byte now and then holds one virtual thread and a few KiB until its time is up.
 */
public final class ListenerLimits {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int WRITE_BUFFER = 32 * 1024;

    private ListenerLimits() {}

    /** To be applied to the server before it is built. */
    public static void apply(Settings settings, WebServerConfig.Builder server) {
        Duration read = settings.get(EndpointSettings.READ_TIME);
        int headers = settings.get(EndpointSettings.HEADERS);
        server.maxTcpConnections(settings.get(EndpointSettings.CONNECTIONS))
                .idleConnectionTimeout(read)
                .idleConnectionPeriod(LOOK)
                .writeBufferSize(WRITE_BUFFER)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .errorHandling(errors -> errors.includeEntity(true))
                .directHandlers(Unrouted.forAll())
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new OrderlyConnections(Http1Config.builder()
                        // the validator refuses the colon, which RFC 3986 (section 3.4) allows in a query
                        .validatePrologue(false)
                        .maxPrologueLength(headers)
                        .maxHeadersSize(headers)
                        .addReceiveListener(new HeaderWatch(read))
                        .build()));
    }

    /**
     * Helidon lets a connection rest for a time only, but waits for the rest of a header for ever. It tells one listener, and
     * of two neither, so this one sees to everything.
     */
    private static final class HeaderWatch implements Http1ConnectionListener {
        private final Patience patience = new Patience();
        private final ThreadLocal<Patience.@Nullable Watch> watch = new ThreadLocal<>();
        private final Duration limit;

        private HeaderWatch(Duration limit) {
            this.limit = limit;
        }

        @Override
        public void prologue(ConnectionContext connection, HttpPrologue prologue) {
            Thread.interrupted(); // meant for the waiting that has just ended, by a server that stops
            watch.set(patience.interruptAfter(limit));
        }

        @Override
        public void headers(ConnectionContext connection, Headers headers) {
            Patience.Watch begun = watch.get();
            if (begun != null) {
                begun.close();
                watch.remove();
            }
            Thread.interrupted();
            Framing.check(headers);
        }
    }
}
