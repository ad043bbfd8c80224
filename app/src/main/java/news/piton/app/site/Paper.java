package news.piton.app.site;

import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
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

    /** What stands around every page, and whose it is: each asked for by itself, so that one that fails takes no other along. */
    private static final Map<String, String> AROUND = Map.of(
            "around/navigation", "articles",
            "around/most-read", "articles",
            "around/pages", "articles",
            "around/comment-rules", "comments",
            "around/newsletters", "newsletter");

    /** A page without any of it, for which the modules' parts are as if those were not installed. */
    private static final Map<Object, Object> NOTHING =
            Map.of("sections", List.of(), "mostRead", List.of(), "pages", Map.of("nodes", List.of()));

    private final Endpoint endpoint;
    private final Documents documents;
    private final Set<String> modules;
    private final Ticker ticker;
    private final List<String> parts;
    private volatile @Nullable Around around;

    /** @param ticker tells how long ago it was asked what stands around the pages */
    Paper(Endpoint endpoint, Documents documents, Set<String> modules, Ticker ticker) {
        this.endpoint = endpoint;
        this.documents = documents;
        this.modules = modules;
        this.ticker = ticker;
        this.parts = AROUND.entrySet().stream()
                .filter(part -> modules.contains(part.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What stands around every page that a guest sees. */
    private record Around(Told told, long asked) {}

    /**
     * What was told.
     *
     * @param errors what the page's own document could not have; the page shows the rest
     * @param whole whether nothing is left out, of what stands around it either: only then anybody may keep it
     */
    record Told(Data data, List<OperationError> errors, boolean whole) {

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

        /** That there is no such page; ends the page instead when that may be due to an error. */
        Found nothing() {
            if (!errors.isEmpty()) {
                throw Trouble.of(errors.getFirst());
            }
            return Found.NOTHING;
        }

        private Told within(Told around) {
            return new Told(with(around).data, errors, whole && around.whole);
        }

        /** Both together; where both name a field, this one's. */
        Told with(Told other) {
            Map<Object, Object> all = new HashMap<>(other.data.fields());
            all.putAll(data.fields());
            return new Told(
                    new Data(all),
                    Stream.concat(errors.stream(), other.errors.stream()).toList(),
                    whole && other.whole);
        }
    }

    boolean has(String module) {
        return modules.contains(module);
    }

    /**
     * Runs a page's document, and adds what stands around it.
     *
     * @throws Trouble when nothing at all was told of the page itself
     */
    Told page(ServerRequest request, String document, Map<String, Object> variables) {
        return ask(request, document, variables).within(around(request));
    }

    /**
     * What stands around every page: asked once for all guests in {@link PageMemory#FRESH}. What cannot be had is left out, and
     * asked for again with the next page.
     */
    Told around(ServerRequest request) {
        boolean guest = !Sending.signedIn(request);
        long now = ticker.read();
        Around kept = around;
        if (guest && kept != null && now - kept.asked < PageMemory.FRESH.toNanos()) {
            return kept.told;
        }
        Map<Object, Object> all = new HashMap<>(NOTHING);
        List<OperationError> errors = new ArrayList<>();
        for (String part : parts) {
            Answer answer = endpoint.ask(request, documents.of(part), Map.of());
            errors.addAll(answer.errors());
            if (answer.data() instanceof Map<?, ?> data) {
                all.putAll(data);
            }
        }
        Told told = new Told(new Data(all), errors, errors.isEmpty());
        if (guest && told.whole) {
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
            return new Told(new Data(data), answer.errors(), answer.errors().isEmpty());
        }
        throw Trouble.of(answer.errors().getFirst());
    }
}
