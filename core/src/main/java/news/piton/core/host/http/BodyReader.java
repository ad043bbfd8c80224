package news.piton.core.host.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import news.piton.core.host.execution.Patience;
import news.piton.core.plugin.Form;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Reads bodies that fit into memory: no further than they may be large, and no longer than {@code server.body-time}. */
public final class BodyReader {
    private static final int FIRST_READ = 4_096;

    private final Duration time;
    private final Patience patience = new Patience();

    public BodyReader(Settings settings) {
        this.time = settings.get(EndpointSettings.BODY_TIME);
    }

    /**
     * The form that a request brings, for the routes of modules and pages; read when somebody first asks, and once.
     *
     * @return a reader that ends with {@link RouteRefusal} 400, 408 or 413 when it breaks off, comes too slowly, or is too large
     */
    public Form.Reader form(ServerRequest request) {
        return new Form.Reader() {
            private @Nullable Form read;

            @Override
            public Form read(int largest) {
                if (read == null) {
                    read = BodyReader.this.form(request, largest);
                }
                return read;
            }
        };
    }

    private Form form(ServerRequest request, int largest) {
        try {
            return Form.parse(new String(read(request, largest), StandardCharsets.UTF_8));
        } catch (Rejection refused) {
            throw new RouteRefusal(refused.status(), refused.error().message());
        }
    }

    /**
     * Takes memory as bytes come in, not as they are announced.
     *
     * @throws Rejection 400, 408 or 413 when it breaks off, comes too slowly, or is larger than so many bytes
     */
    byte[] read(ServerRequest request, int largest) {
        long announced = request.headers().contentLength().orElse(-1);
        if (announced > largest) {
            throw tooLarge(largest);
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        long end = System.nanoTime() + time.toNanos();
        byte[] body = new byte[announced < 0 ? FIRST_READ : (int) Math.min(announced, FIRST_READ)];
        int length = 0;
        try (Patience.Watch free = patience.interruptAfter(time.plusSeconds(1));
                InputStream in = request.content().inputStream()) {
            while (length != announced) {
                if (length > largest) {
                    throw tooLarge(largest);
                }
                if (length == body.length) {
                    long room = announced < 0 ? largest + 1L : announced;
                    body = Arrays.copyOf(body, (int) Math.min(4L * length, room));
                }
                int read = in.read(body, length, body.length - length);
                if (read < 0) {
                    return Arrays.copyOf(body, length);
                }
                length += read;
                if (System.nanoTime() - end > 0) {
                    throw Rejection.unread(
                            Status.REQUEST_TIMEOUT_408, "The body took longer than " + time.toSeconds() + " seconds.");
                }
            }
            if (in.read() >= 0) { // tells Helidon, too, that this was all
                throw new IllegalStateException("The body goes on behind its end.");
            }
        } catch (IOException | UncheckedIOException brokenOff) {
            throw Rejection.unread(Status.BAD_REQUEST_400, "The body broke off.");
        }
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    private static Rejection tooLarge(int largest) {
        return Rejection.unread(
                Status.REQUEST_ENTITY_TOO_LARGE_413, "The body is larger than " + largest / 1024 + " KiB.");
    }
}
