package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.view.Data;
import news.piton.core.host.Endpoint;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.OperationError;

/** Asks the endpoint what the pages need. */
final class Paper {
    /** Longer addresses than that are no article's, and not worth asking about. */
    static final int LONGEST_ADDRESS = 500;

    private final Endpoint endpoint;
    private final Documents documents;
    private final Set<String> modules;

    Paper(Endpoint endpoint, Documents documents, Set<String> modules) {
        this.endpoint = endpoint;
        this.documents = documents;
        this.modules = modules;
    }

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
    }

    boolean has(String module) {
        return modules.contains(module);
    }

    /**
     * Runs a page's document.
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
