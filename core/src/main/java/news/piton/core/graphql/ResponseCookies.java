package news.piton.core.graphql;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a mutation wants set as cookies by the response to its request; the host writes the headers. */
public final class ResponseCookies {
    private final List<String> values = new CopyOnWriteArrayList<>();

    /** @param header the value of a {@code Set-Cookie} header (RFC 6265, section 4.1) */
    public void add(String header) {
        values.add(header);
    }

    /** The values of the {@code Set-Cookie} headers, in their order. */
    public List<String> values() {
        return List.copyOf(values);
    }
}
