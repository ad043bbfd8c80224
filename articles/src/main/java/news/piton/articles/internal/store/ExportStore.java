package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_ADDRESS;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_UPLOAD;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.ImageView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.EmbargoStore.Plans;
import news.piton.articles.internal.store.SectionTree.Sections;
import news.piton.core.database.Database;
import org.jspecify.annotations.Nullable;

/** Reads everything, in the order in which it came, some at a time. Each method is one statement, but for articles. */
public final class ExportStore {
    private final Database database;
    private final ArticleReads reads;
    private final CatalogueStore catalogue;
    private final SectionTree tree;
    private final UploadStore uploads;
    private final EmbargoStore embargoes;
    private final FeaturedStore featured;
    private final InstantSource clock;

    public ExportStore(
            Database database,
            ArticleReads reads,
            CatalogueStore catalogue,
            SectionTree tree,
            UploadStore uploads,
            EmbargoStore embargoes,
            FeaturedStore featured,
            InstantSource clock) {
        this.database = database;
        this.reads = reads;
        this.catalogue = catalogue;
        this.tree = tree;
        this.uploads = uploads;
        this.embargoes = embargoes;
        this.featured = featured;
        this.clock = clock;
    }

    /**
     * An article with all that belongs to it.
     *
     * @param article as time has made it
     * @param embargoUntil null when nobody has set one
     * @param featuredAt since when it is featured; null when it is not
     * @param addresses that lead to it besides its own
     */
    public record Piece(
            Article article,
            ArticleView view,
            @Nullable Instant embargoUntil,
            @Nullable Instant featuredAt,
            Body body,
            List<TagView> tags,
            List<AuthorView> authors,
            List<String> addresses) {}

    public Sections sections() {
        return tree.read();
    }

    public List<SourceView> sources() {
        return catalogue.sources();
    }

    /** @param after the id of the last one that was read, or 0 */
    public List<TagView> tags(long after, int most) {
        var t = ARTICLES_TAG;
        return database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.VERSION)
                .from(t)
                .where(t.ID.gt(after))
                .orderBy(t.ID)
                .limit(most)
                .fetch(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    public List<AuthorView> authors(long after, int most) {
        var t = ARTICLES_AUTHOR;
        return database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.BIO, t.VERSION)
                .from(t)
                .where(t.ID.gt(after))
                .orderBy(t.ID)
                .limit(most)
                .fetch(row -> new AuthorView(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Uploaded images. */
    public List<ImageView> images(long after, int most) {
        List<Long> ids = database.sql()
                .select(ARTICLES_UPLOAD.ID)
                .from(ARTICLES_UPLOAD)
                .where(ARTICLES_UPLOAD.ID.gt(after))
                .orderBy(ARTICLES_UPLOAD.ID)
                .limit(most)
                .fetch(ARTICLES_UPLOAD.ID);
        Map<Long, ImageView> images = uploads.byIds(ids);
        return ids.stream().filter(images::containsKey).map(images::get).toList();
    }

    /** Articles in any state. A handful of statements. */
    public List<Piece> articles(long after, int most) {
        List<Article> articles = database.sql()
                .selectFrom(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.ID.gt(after))
                .orderBy(ARTICLES_ARTICLE.ID)
                .limit(most)
                .fetch(row -> ArticleStore.article(row).settled(clock.instant()));
        if (articles.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = articles.stream().map(Article::id).collect(Collectors.toSet());
        Map<Long, ArticleView> views = reads.byIds(ids, Sight.STAFF);
        Map<Long, Body> bodies = reads.bodies(ids);
        Map<Long, List<TagView>> tags = reads.tags(ids);
        Map<Long, List<AuthorView>> authors = reads.authors(ids);
        Map<Long, List<String>> addresses = addresses(ids);
        Map<Long, Plans> plans = embargoes.plans(ids);
        Map<Long, Instant> chosen = featured.since(ids);
        List<Piece> pieces = new ArrayList<>();
        for (Article article : articles) {
            long id = article.id();
            ArticleView view = views.get(id);
            Plans plan = plans.get(id);
            if (view != null) {
                pieces.add(new Piece(
                        article,
                        view,
                        plan == null ? null : plan.embargoUntil(),
                        chosen.get(id),
                        bodies.getOrDefault(id, Body.NONE),
                        tags.getOrDefault(id, List.of()),
                        authors.getOrDefault(id, List.of()),
                        addresses.getOrDefault(id, List.of())));
            }
        }
        return pieces;
    }

    private Map<Long, List<String>> addresses(Set<Long> articles) {
        var t = ARTICLES_OLD_ADDRESS;
        return database.sql()
                .select(t.ARTICLE_ID, t.PATH)
                .from(t)
                .where(t.ARTICLE_ID.in(articles))
                .orderBy(t.PATH)
                .fetchGroups(t.ARTICLE_ID, t.PATH);
    }
}
