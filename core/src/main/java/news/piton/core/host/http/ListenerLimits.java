package news.piton.core.host.http;

import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import news.piton.core.settings.Settings;

/**
 * What keeps a listener up under bad manners: how large a header may be, how long a client may be silent, how many may be
 * connected. A client that sends a byte now and then holds one virtual thread and a few KiB, and only until the body's time
 * is up.
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
                .connectionOptions(options -> options.readTimeout(read).tcpNoDelay(true))
                .featuresDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        // the validator refuses the colon, which RFC 3986 (section 3.4) allows in a query
                        .validatePrologue(false)
                        .maxPrologueLength(headers)
                        .maxHeadersSize(headers)
                        .build());
    }
}
