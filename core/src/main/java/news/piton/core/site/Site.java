package news.piton.core.site;

import java.net.URI;
import java.time.ZoneId;

/**
 * The site that this installation publishes.
 *
 * @param name as readers know it
 * @param url where readers reach it, without a trailing slash
 * @param zone the newsroom's time zone: what "today" means
 * @param mailFrom the address that readers' mail comes from
 */
public record Site(String name, URI url, ZoneId zone, String mailFrom) {

    /** The absolute address of a path that begins with a slash. */
    public String link(String path) {
        return url + path;
    }
}
