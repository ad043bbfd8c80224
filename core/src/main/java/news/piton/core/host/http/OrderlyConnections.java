package news.piton.core.host.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import news.piton.core.host.execution.Patience;

/**
 * HTTP/1.1 by Helidon, whose connections end in good order here. A server that stops lets running requests finish, where
 * Helidon would interrupt them. And a client that is refused while it is still sending hears why: closing a socket with bytes
 * unread resets it, which may destroy the answer on its way (RFC 9112, section 9.6), so what comes is read on for a while.
 */
final class OrderlyConnections implements ServerConnectionSelector {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST = 16 * 1_048_576L;

    private final Http1ConnectionSelector http1;
    private final Patience patience = new Patience();

    OrderlyConnections(Http1Config config) {
        this.http1 = Http1ConnectionSelector.builder().config(config).build();
    }

    /** Ends a connection whose last request has been answered before all of it was read. */
    static final class Unread extends CloseConnectionException {
        private static final long serialVersionUID = 1;

        Unread() {
            super("Answered before the body was read.");
        }
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Orderly(context, http1.connection(context));
    }

    private final class Orderly implements ServerConnection, InterruptableTask<Void> {
        private final ConnectionContext context;
        private final ServerConnection connection;
        private volatile boolean closing;

        private Orderly(ConnectionContext context, ServerConnection connection) {
            this.context = context;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                connection.handle(limit);
            } catch (Unread answered) {
                readOn();
                throw answered;
            }
            // Helidon returns, rather than throws, when it has refused what is not HTTP
            if (!closing) {
                readOn();
            }
        }

        private void readOn() {
            DataReader reader = context.dataReader();
            try (Patience.Watch end = patience.interruptAfter(LONGEST)) {
                for (long dropped = 0; dropped < MOST; ) {
                    dropped += reader.readBuffer().available();
                }
            } catch (RuntimeException over) {
                // the client has hung up, or its time is up
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        /** Interrupts nothing but the waiting for a next request, whatever Helidon wants. */
        @Override
        public void close(boolean interrupt) {
            closing = true;
            connection.close(false);
        }

        @Override
        public boolean canInterrupt() {
            return connection instanceof InterruptableTask<?> task && task.canInterrupt();
        }
    }
}
