package news.piton.articles.internal.wiring;

import java.time.InstantSource;
import news.piton.articles.internal.article.Permalinks;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.outbox.Outbox;
import news.piton.core.site.Site;

/** What all parts of the context stand on: of the host's services, those that more than one of them takes, and the stores. */
public record Ground(
        Database database,
        Outbox outbox,
        InstantSource clock,
        Ids ids,
        Site site,
        Permalinks permalinks,
        Stores stores) {

    public static Ground of(Database database, Outbox outbox, InstantSource clock, Ids ids, Site site) {
        Permalinks permalinks = new Permalinks(site);
        return new Ground(
                database, outbox, clock, ids, site, permalinks, Stores.over(database, clock, ids, permalinks));
    }
}
