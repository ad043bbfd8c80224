package news.piton.articles.internal.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.store.UploadStore;
import news.piton.articles.internal.store.UploadStore.Piece;

/**
 * {@code GET /media/{name}/{file}}: a rendition of an uploaded image, the same for ever, to be kept by browsers and caches.
 * Whoever knows the address gets it, a guest as well and before any article shows it; the name in it cannot be guessed, and
 * nothing that a guest can read tells the names of images that are not published.
 */
public final class MediaFiles {
    /** A year, as RFC 9111 has it for "for ever"; immutable: RFC 8246. */
    private static final Header FOR_EVER =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    private static final Header NO_SNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    private static final Header NOTHING_ELSE =
            HeaderValues.createCached("Content-Security-Policy", "default-src 'none'");

    /** In bytes: what a client that reads slowly holds of our memory. */
    private static final int PIECE = 64 << 10;

    private final UploadStore uploads;

    public MediaFiles(UploadStore uploads) {
        this.uploads = uploads;
    }

    public void send(ServerRequest request, ServerResponse response) {
        response.header(NO_SNIFF).header(NOTHING_ELSE);
        boolean head = request.prologue().method().equals(Method.HEAD);
        Optional<MediaAddress> address = MediaAddress.of(request.path().path());
        boolean kept = address.isPresent() && kept(request, tag(address.get()));
        Optional<Piece> first = address.flatMap(file -> uploads.piece(file, 0, head || kept ? 0 : PIECE));
        if (address.isEmpty() || first.isEmpty()) {
            missing(response, head);
            return;
        }
        headers(response, address.get());
        if (kept) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else if (head) {
            response.header(
                    HeaderNames.CONTENT_LENGTH, String.valueOf(first.get().length()));
            response.send();
        } else if (first.get().bytes().length == first.get().length()) {
            response.send(first.get().bytes());
        } else {
            inPieces(response, address.get(), first.get());
        }
    }

    private void inPieces(ServerResponse response, MediaAddress address, Piece first) {
        response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(first.length()));
        try (OutputStream out = response.outputStream()) {
            out.write(first.bytes());
            for (int sent = first.bytes().length; sent < first.length(); ) {
                byte[] bytes = uploads.piece(address, sent, PIECE).orElseThrow().bytes();
                out.write(bytes);
                sent += bytes.length;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void headers(ServerResponse response, MediaAddress address) {
        response.header(FOR_EVER)
                .header(HeaderNames.ETAG, tag(address))
                .header(HeaderNames.CONTENT_TYPE, address.format().contentType());
    }

    private static void missing(ServerResponse response, boolean head) {
        response.status(Status.NOT_FOUND_404)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store");
        if (head) {
            response.send();
        } else {
            response.send("There is no image at this address.\n");
        }
    }

    private static String tag(MediaAddress address) {
        return "\"" + address.name() + "-" + address.width() + "\"";
    }

    /** RFC 9110, section 13.1.2: any of a list, compared weakly. */
    private static boolean kept(ServerRequest request, String tag) {
        return request.headers().all(HeaderNames.IF_NONE_MATCH, List::of).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(value -> value.strip().replaceFirst("^W/", ""))
                .anyMatch(value -> value.equals(tag) || value.equals("*"));
    }
}
