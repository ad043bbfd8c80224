package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import news.piton.core.host.execution.Answer;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** A page of the program's own, which asks the endpoint in process. */
class PagesModuleTest {
    private static final Pages ASKING = (endpoint, site, clock, modules, settings) -> List.of(new Route(
            Method.GET,
            "/ask",
            (request, response) -> response.send(
                    site.name() + " " + modules + " " + told(endpoint, request, "{ viewer { name } }") + " "
                            + told(endpoint, request, "{ auditLog(first: 1) { totalCount } }") + " "
                            + told(endpoint, request, "{ nowhere }"))));

    private static String told(Endpoint endpoint, ServerRequest request, String document) {
        Answer answer = endpoint.ask(request, document, Map.of());
        return answer.errors().isEmpty()
                ? String.valueOf(answer.data())
                : answer.errors().getFirst().code();
    }

    @Test
    void is_answered_what_whoever_asks_for_it_may_see() {
        try (TestHost host =
                TestHost.with().setting("site.name", "The Herald").pages(ASKING).boot()) {
            String guest = host.get("/ask").body();
            assertEquals("The Herald [core] {viewer=null} UNAUTHENTICATED BAD_REQUEST", guest);
            String admin = host.admin().get("/ask").body();
            assertTrue(admin.contains("{viewer={name=Admin}} {auditLog={totalCount="), admin);
            String stranger = host.guest()
                    .header("Authorization", "Bearer nonsense")
                    .get("/ask")
                    .body();
            assertEquals("The Herald [core] UNAUTHENTICATED UNAUTHENTICATED BAD_REQUEST", stranger);
        }
    }
}
