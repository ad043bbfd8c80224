package news.piton.app.site;

import java.util.Set;

/** What an address leads to. */
sealed interface Found {
    Found NOTHING = new Nothing();

    record Shown(Page page) implements Found {}

    /**
     * @param status 301 for good, 303 after a form
     * @param keys what it leads to, as a {@link Page} names what it shows
     */
    record Elsewhere(int status, String location, Set<String> keys) implements Found {
        Elsewhere(int status, String location) {
            this(status, location, Set.of());
        }
    }

    record Nothing() implements Found {}
}
