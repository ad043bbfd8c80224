package news.piton.articles.internal.wiring;

import java.time.InstantSource;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.articles.internal.store.FeaturedStore;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.RevisionReads;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.TagStore;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;

/** The stores that more than one part reads or writes. */
record Stores(
        ArticleStore articles,
        ArticleReads reads,
        PartStore parts,
        UploadStore uploads,
        CatalogueStore catalogue,
        CatalogueWrites catalogueWrites,
        SectionTree sections,
        TagStore tags,
        RevisionReads revisions,
        HistoryStore history,
        EmbargoStore embargoes,
        FeaturedStore featured,
        CorrectionStore corrections,
        LiveStore live) {

    static Stores over(Database database, InstantSource clock, Ids ids, Permalinks permalinks) {
        SectionTree sections = new SectionTree(database, clock);
        return new Stores(
                new ArticleStore(database, sections),
                new ArticleReads(database, clock, permalinks),
                new PartStore(database, permalinks),
                new UploadStore(database, permalinks),
                new CatalogueStore(database, ids),
                new CatalogueWrites(database, ids, sections),
                sections,
                new TagStore(database),
                new RevisionReads(database, permalinks),
                new HistoryStore(database),
                new EmbargoStore(database),
                new FeaturedStore(database),
                new CorrectionStore(database, clock),
                new LiveStore(database, clock));
    }
}
