package news.piton.core.host.http;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.piton.core.fault.Excerpt;

/**
 * The parameters of a plain route that are true or false. What is misspelt, empty or there twice is refused and never guessed:
 * a dry run that is none would write.
 */
public final class Switches {
    private static final int LONGEST_NAME = 50;

    private Switches() {}

    /** @param known all that the route has; those that are left out are off
     * @return those that are on */
    public static Set<String> on(ServerRequest request, List<String> known) {
        UriQuery query = request.query();
        for (String name : query.names()) {
            if (!known.contains(name)) {
                throw refusal("There is no parameter \"" + Excerpt.of(name, LONGEST_NAME) + "\" here", known);
            }
        }
        Set<String> on = new LinkedHashSet<>();
        for (String name : known) {
            List<String> values = query.contains(name) ? query.all(name) : List.of("false");
            if (values.size() > 1) {
                throw refusal("The parameter " + name + " is there twice", known);
            }
            switch (values.isEmpty() ? "" : values.getFirst()) {
                case "true" -> on.add(name);
                case "false" -> {}
                default -> throw refusal("The parameter " + name + " is true or false", known);
            }
        }
        return on;
    }

    private static RouteRefusal refusal(String wrong, List<String> known) {
        String remedy = known.isEmpty()
                ? "; this address takes none."
                : ". What there is, each once and as in " + known.getFirst() + "=true: " + String.join(", ", known)
                        + ". Nothing was done.";
        return new RouteRefusal(Status.BAD_REQUEST_400, wrong + remedy);
    }
}
