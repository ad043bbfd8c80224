package news.piton.articles.internal.article;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import news.piton.core.id.GlobalId;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Where the page of an article lies: {@code /2026/11/24/slug}, by the day of publication in the newsroom's zone, as
 * WordPress has it; {@code /drafts/<id>} while there is no such day.
 */
public final class Permalinks {
    private static final int LONGEST = 500;
    private static final String DRAFTS = "/drafts/";
    private static final Pattern DATED = Pattern.compile("/[0-9]{4}/[0-9]{2}/[0-9]{2}/[^/?]+");
    private final Site site;
    private final DateTimeFormatter day;

    public Permalinks(Site site) {
        this.site = site;
        this.day = DateTimeFormatter.ofPattern("/yyyy/MM/dd/", Locale.ROOT).withZone(site.zone());
    }

    public URI url(long id, String slug, @Nullable Instant publishedAt) {
        return URI.create(site.link(path(id, slug, publishedAt)));
    }

    /** The article that a path of {@code /drafts/<id>} means; empty for every other path. */
    public static OptionalLong draft(String path) {
        return path.startsWith(DRAFTS)
                ? GlobalId.number("Article", path.substring(DRAFTS.length()))
                : OptionalLong.empty();
    }

    /** Whether an address is that of a draft, on whatever site. */
    public static boolean ofDraft(String address) {
        String path = normalised(address);
        return path != null && path.startsWith(DRAFTS);
    }

    /** Whether a path has the form of a permalink, of whatever day. */
    public static boolean dated(String path) {
        return DATED.matcher(path).matches();
    }

    public String path(long id, String slug, @Nullable Instant publishedAt) {
        return publishedAt == null ? DRAFTS + GlobalId.encode("Article", id) : day.format(publishedAt) + slug;
    }

    /** The absolute address of what is stored as {@link #stored} has it. */
    public URI absolute(String stored) {
        return URI.create(stored.startsWith("/") ? site.link(stored) : stored);
    }

    /** An address as it is stored: a path when it is the site's own, so that it goes on leading there when the site moves. */
    public String stored(URI address) {
        String text = address.toString();
        return text.startsWith(site.link("/")) ? text.substring(site.link("").length()) : text;
    }

    /** The path and query of an address on this site, as {@link #normalised} has them; null when it leads elsewhere. */
    public @Nullable String own(String address) {
        boolean rooted = address.startsWith("/") && !address.startsWith("//");
        return rooted || address.startsWith(site.link("/")) ? normalised(address) : null;
    }

    /**
     * The form in which old addresses are stored and looked up: path and query, without scheme, host, fragment and the
     * slash at the end. Null when nothing of use is left. Anybody may ask for an address of any length, so that what is far
     * too long is not looked at, and the slashes of the rest are each looked at once.
     */
    public static @Nullable String normalised(String address) {
        if (address.length() > 4 * LONGEST) {
            return null;
        }
        String path = address.strip()
                .replaceFirst("^(?i:https?:)?//[^/?#]*", "")
                .replaceFirst("#.*$", "")
                .replaceFirst("(?<!/)/++(?=\\?|$)", "");
        String rooted = path.startsWith("/") ? path : "/" + path;
        return path.isEmpty() || rooted.length() > LONGEST ? null : rooted;
    }
}
