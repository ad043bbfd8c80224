package news.piton.articles.internal.article;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
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
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?:https?:)?//([^/?#]*)");
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

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

    /**
     * The path and query of an address on this site, as {@link #normalised} has them; null when it leads elsewhere. The site's
     * own are those of its host, with {@code www.} or without, by http or https.
     */
    public @Nullable String own(String address) {
        String host = host(address);
        boolean own = host == null ? address.startsWith("/") : host.equals(host(site.link("/")));
        return own ? normalised(address) : null;
    }

    /**
     * The same for any address on a page of this site; null for another place on that page.
     *
     * @param page the path of the page
     */
    public @Nullable String own(String address, String page) {
        if (host(address) != null || address.startsWith("/")) {
            return own(address);
        }
        if (address.isEmpty()
                || address.startsWith("#")
                || SCHEME.matcher(address).lookingAt()) {
            return null;
        }
        try {
            String found = address.startsWith("?")
                    ? page + address
                    : URI.create(page).resolve(address).toString();
            return normalised(found.replaceFirst("^(?:/\\.\\.)+(?=/|$)", ""));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** The host of an absolute address on the web, without {@code www.} and a usual port; null for every other address. */
    public static @Nullable String host(String address) {
        Matcher absolute = ABSOLUTE.matcher(address);
        return absolute.lookingAt()
                ? absolute.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^www\\.", "")
                        .replaceFirst(":(?:80|443)$", "")
                : null;
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
