package news.piton.articles.internal.wiring;

import news.piton.articles.internal.catalogue.CreateAuthor;
import news.piton.articles.internal.catalogue.CreateSection;
import news.piton.articles.internal.catalogue.CreateSource;
import news.piton.articles.internal.catalogue.MergeTags;
import news.piton.articles.internal.catalogue.UpdateAuthor;
import news.piton.articles.internal.catalogue.UpdateSection;
import news.piton.articles.internal.catalogue.UpdateSource;
import news.piton.articles.internal.catalogue.UpdateTag;
import news.piton.articles.internal.graphql.CatalogueMutations;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.core.plugin.Contribution;

/** How the newsroom keeps what articles are sorted by: sections, tags, authors, sources. */
public final class Sorting {
    private Sorting() {}

    public static void wire(Contribution.Builder to, Ground ground) {
        Stores stores = ground.stores();
        var database = ground.database();
        var catalogue = stores.catalogue();
        var writes = stores.catalogueWrites();
        var oldSlugs = new OldSlugs(database);
        new CatalogueMutations(
                        new CreateSection(database, writes, stores.sections()),
                        new UpdateSection(database, catalogue, writes, oldSlugs, stores.sections()),
                        new UpdateTag(database, stores.tags(), oldSlugs),
                        new MergeTags(database, ground.outbox(), stores.tags(), oldSlugs),
                        new CreateAuthor(database, writes),
                        new UpdateAuthor(database, catalogue, writes, oldSlugs),
                        new CreateSource(database, writes),
                        new UpdateSource(database, catalogue, writes))
                .contribute(to);
    }
}
