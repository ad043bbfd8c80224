package news.piton.app.site;

import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.webserver.http.ServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.app.site.view.Data;
import news.piton.core.host.Endpoint;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.OperationError;
import org.jspecify.annotations.Nullable;

/** Asks the endpoint what the pages need. */
final class Paper {
    /** Longer addresses than that are no article's, and not worth asking about. */
    static final int LONGEST_ADDRESS = 500;

    private final Endpoint endpoint;
    private final Documents documents;
    private final Set<String> modules;
    private final Ticker ticker;
    private volatile @Nullable Around around;

    /** @param ticker tells how long ago it was asked what stands around the pages */
    Paper(Endpoint endpoint, Documents documents, Set<String> modules, Ticker ticker) {
        this.endpoint = endpoint;
        this.documents = documents;
        this.modules = modules;
        this.ticker = ticker;
    }

    /** What stands around every page that a guest sees. */
    private record Around(Told told, long asked) {}

    /**
     * What was told.
     *
     * @param errors what could not be had; the page shows the rest
     */
    record Told(Data data, List<OperationError> errors) {

        /** Whether the object that the page is about is there. */
        boolean has(String subject) {
            return data.has(subject);
        }

        /** Ends the page when an error took its subject away: a reader asked for something odd, or we are in trouble. */
        Told about(String subject) {
            if (!data.has(subject) && !errors.isEmpty()) {
                throw Trouble.of(errors.getFirst());
            }
            return this;
        }

        private Told within(Told around) {
            Map<Object, Object> all = new HashMap<>(around.data.fields());
            all.putAll(data.fields());
            return new Told(
                    new Data(all),
                    Stream.concat(errors.stream(), around.errors.stream()).toList());
        }
    }

    boolean has(String module) {
        return modules.contains(module);
    }

    /**
     * Runs a page's document, and adds what stands around it.
     *
     * @throws Trouble when nothing at all was told
     */
    Told page(ServerRequest request, String document, Map<String, Object> variables) {
        return ask(request, document, variables).within(around(request));
    }

    /**
     * What stands around every page: asked once for all guests in {@link PageMemory#FRESH}.
     *
     * @throws Trouble when nothing at all was told
     */
    Told around(ServerRequest request) {
        boolean guest = !Sending.signedIn(request);
        long now = ticker.read();
        Around kept = around;
        if (guest && kept != null && now - kept.asked < PageMemory.FRESH.toNanos()) {
            return kept.told;
        }
        Told told = ask(request, "around", Map.of());
        if (guest && told.errors.isEmpty()) {
            around = new Around(told, now);
        }
        return told;
    }

    /**
     * Runs a document.
     *
     * @throws Trouble when nothing at all was told
     */
    Told ask(ServerRequest request, String document, Map<String, Object> variables) {
        Answer answer = endpoint.ask(request, documents.of(document), variables);
        if (answer.data() instanceof Map<?, ?> data) {
            return new Told(new Data(data), answer.errors());
        }
        throw Trouble.of(answer.errors().getFirst());
    }
}
