package news.piton.articles.internal.wiring;

import java.nio.file.Path;
import news.piton.articles.internal.graphql.SearchFields;
import news.piton.articles.internal.search.FindArticles;
import news.piton.articles.internal.search.KeepSearchIndex;
import news.piton.articles.internal.search.SearchIndex;
import news.piton.articles.internal.store.SearchFeed;
import news.piton.core.plugin.Contribution;
import news.piton.core.token.Tokens;

/** How readers find articles by their words. */
public final class Searching {
    private Searching() {}

    /** @param folder where the index of this node lies */
    public static void wire(Contribution.Builder to, Ground ground, Path folder, Tokens tokens) {
        Stores stores = ground.stores();
        SearchIndex index = SearchIndex.open(folder, tokens.fingerprint("articles.search", "index"));
        KeepSearchIndex keeper = new KeepSearchIndex(new SearchFeed(ground.database()), index);
        to.closing(keeper);
        new SearchFields(
                        new FindArticles(keeper, index, stores.reads(), ground.clock()),
                        stores.reads(),
                        stores.corrections(),
                        stores.catalogue(),
                        stores.sections(),
                        ground.clock())
                .contribute(to);
    }
}
