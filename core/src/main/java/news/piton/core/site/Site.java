package news.piton.core.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The site that this installation publishes.
 *
 * @param name as readers know it
 * @param url where readers reach it, without a trailing slash
 * @param zone the newsroom's time zone: what "today" means
 * @param language what it is written in
 * @param mailFrom the address that readers' mail comes from
 * @param logo where the publisher's logo lies; null when there is none
 * @param hubs the WebSub hubs that are told when something is published
 */
public record Site(
        String name,
        URI url,
        ZoneId zone,
        Locale language,
        String mailFrom,
        @Nullable URI logo,
        List<URI> hubs) {
    public Site {
        hubs = List.copyOf(hubs);
    }

    /** A site in English without logo and hubs. */
    public Site(String name, URI url, ZoneId zone, String mailFrom) {
        this(name, url, zone, Locale.ENGLISH, mailFrom, null, List.of());
    }

    /** The absolute address of a path that begins with a slash. */
    public String link(String path) {
        return url + path;
    }
}
