package news.piton.newsletter.internal.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.SubscriberView;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriberStore;

/** All confirmed subscribers as CSV (RFC 4180), for staff with
 * {@code MANAGE_NEWSLETTERS}: {@code GET /newsletter/subscribers.csv?newsletter=<slug>}. */
public final class SubscriberExport {
    private final NewsletterStore newsletters;
    private final SubscriberStore subscribers;

    public SubscriberExport(NewsletterStore newsletters, SubscriberStore subscribers) {
        this.newsletters = newsletters;
        this.subscribers = subscribers;
    }

    public void send(ServerRequest request, ServerResponse response) {
        Optional<NewsletterView> newsletter =
                newsletters.named(request.query().first("newsletter").orElse(""));
        if (newsletter.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send("Name a newsletter: ?newsletter=daily-headlines\n");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8; header=present")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(
                        HeaderNames.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + newsletter.get().slug() + "-subscribers.csv\"");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(response.outputStream(), StandardCharsets.UTF_8))) {
            out.write("email,confirmed at,bounced at\r\n");
            subscribers.each(newsletter.get().id(), each -> write(out, each));
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }

    private static void write(Writer out, SubscriberView subscriber) {
        Object bounced = subscriber.bouncedAt() == null ? "" : subscriber.bouncedAt();
        try {
            out.write(cell(subscriber.email()) + "," + subscriber.confirmedAt() + "," + bounced + "\r\n");
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }

    /** An address may begin as a formula does; the apostrophe keeps a spreadsheet from calculating it. */
    private static String cell(String email) {
        String safe = "=+-@".indexOf(email.charAt(0)) >= 0 ? "'" + email : email;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
