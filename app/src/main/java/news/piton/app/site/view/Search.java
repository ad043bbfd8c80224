package news.piton.app.site.view;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a reader looks for.
 *
 * @param section the slug of the one section to look in; empty for all
 * @param from the first day that counts, by the newsroom's clocks
 * @param to the last day that counts
 * @param newest whether the newest come first, and not the best
 */
public record Search(String text, String section, Optional<LocalDate> from, Optional<LocalDate> to, boolean newest) {

    /** Where it is shown, ending with {@code &}. */
    public String address() {
        return "/search?q=" + Frame.encoded(text) + "&"
                + (section.isEmpty() ? "" : "section=" + Frame.encoded(section) + "&")
                + from.map(day -> "from=" + day + "&").orElse("")
                + to.map(day -> "to=" + day + "&").orElse("")
                + (newest ? "order=newest&" : "");
    }
}
