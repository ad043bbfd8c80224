package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Reason;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.generated.tables.records.ArticlesArticleRecord;
import news.piton.core.database.Database;
import org.jspecify.annotations.Nullable;

/** Writes the rows of articles, in the caller's transaction; {@link PartStore} writes what belongs to them. */
public final class ArticleStore {
    private static final int FURTHER = 4;

    private final Database database;
    private final SectionTree sections;

    public ArticleStore(Database database, SectionTree sections) {
        this.database = database;
        this.sections = sections;
    }

    /**
     * @param due when something that time does to the article is due to be told of: that readers can read it, or that they
     *     cannot any more; null when there is nothing to come, and nothing untold
     */
    public record Owed(Article article, @Nullable Instant due) {}

    /** The article, locked until the transaction ends. */
    public Optional<Owed> lock(long id) {
        return database.sql()
                .selectFrom(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.ID.eq(id))
                .forUpdate()
                .fetchOptional(ArticleStore::owed);
    }

    /** Articles of which something is due to be told, locked; those that another node is at are left to it. */
    public List<Owed> lockDue(Instant now, int most) {
        return database.sql()
                .selectFrom(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.DUE_AT.le(now))
                .orderBy(ARTICLES_ARTICLE.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(ArticleStore::owed);
    }

    /** @param due as in {@link Owed} */
    public void owe(long id, @Nullable Instant due) {
        database.sql()
                .update(ARTICLES_ARTICLE)
                .set(ARTICLES_ARTICLE.DUE_AT, due)
                .where(ARTICLES_ARTICLE.ID.eq(id))
                .execute();
    }

    /** Something beside the article has changed that readers see with it. */
    public void touch(long id, Instant now) {
        database.sql()
                .update(ARTICLES_ARTICLE)
                .set(ARTICLES_ARTICLE.UPDATED_AT, now)
                .set(ARTICLES_ARTICLE.VERSION, ARTICLES_ARTICLE.VERSION.plus(1))
                .where(ARTICLES_ARTICLE.ID.eq(id))
                .execute();
    }

    /**
     * What readers read and find with the article has changed. As {@link #touch}, without a new version: whoever edits the
     * article meanwhile need not know.
     */
    public void markUpdated(long id, Instant now) {
        SearchFeed.mark(database, List.of(id));
        database.sql()
                .update(ARTICLES_ARTICLE)
                .set(ARTICLES_ARTICLE.UPDATED_AT, now)
                .where(ARTICLES_ARTICLE.ID.eq(id))
                .execute();
    }

    /** Something has changed that the newsroom alone sees. */
    public void raiseVersion(long id) {
        database.sql()
                .update(ARTICLES_ARTICLE)
                .set(ARTICLES_ARTICLE.VERSION, ARTICLES_ARTICLE.VERSION.plus(1))
                .where(ARTICLES_ARTICLE.ID.eq(id))
                .execute();
    }

    /** The wanted slug, or with the lowest number that no article has. Another transaction may still be faster. */
    public Slug free(Slug wanted) {
        List<Slug> candidates = List.of(wanted);
        int next = 2;
        while (true) {
            Set<String> taken = taken(candidates);
            for (Slug candidate : candidates) {
                if (!taken.contains(candidate.text())) {
                    return candidate;
                }
            }
            // the more that are taken, the more at a time: a thousand namesakes cost five statements
            int end = next * FURTHER;
            candidates = IntStream.range(next, end).mapToObj(wanted::numbered).toList();
            next = end;
        }
    }

    /** Those of the slugs that an article has. */
    public Set<String> taken(List<Slug> candidates) {
        return database.sql()
                .select(ARTICLES_ARTICLE.SLUG)
                .from(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.SLUG.in(
                        candidates.stream().map(Slug::text).toList()))
                .fetchSet(ARTICLES_ARTICLE.SLUG);
    }

    /** @return false when another article has taken the slug */
    public boolean insert(Article article) {
        var row = row(article);
        row.setId(article.id());
        row.setCreatedAt(article.createdAt());
        boolean done = Duplicates.unless(
                () -> database.sql().insertInto(ARTICLES_ARTICLE).set(row).execute());
        if (done) {
            SearchFeed.mark(database, List.of(article.id()));
        }
        return done;
    }

    /** @return false when another article has taken the slug */
    public boolean update(Article article) {
        boolean done = Duplicates.unless(() -> database.sql()
                .update(ARTICLES_ARTICLE)
                .set(row(article))
                .where(ARTICLES_ARTICLE.ID.eq(article.id()))
                .execute());
        if (done) {
            database.afterCommit(sections::forget);
            SearchFeed.mark(database, List.of(article.id()));
            String state = state(article);
            var tagging = ARTICLES_TAGGING;
            database.sql()
                    .update(tagging)
                    .set(tagging.STATE, state)
                    .set(tagging.LISTED_AT, article.listedAt())
                    .set(tagging.CLOSES_AT, article.state().closesAt())
                    .where(tagging.ARTICLE_ID.eq(article.id()))
                    .execute();
            var byline = ARTICLES_BYLINE;
            database.sql()
                    .update(byline)
                    .set(byline.STATE, state)
                    .set(byline.LISTED_AT, article.listedAt())
                    .set(byline.CLOSES_AT, article.state().closesAt())
                    .where(byline.ARTICLE_ID.eq(article.id()))
                    .execute();
        }
        return done;
    }

    static String state(Article article) {
        return switch (article.state()) {
            case State.Draft() -> "DRAFT";
            case State.InReview(Instant before) -> "IN_REVIEW";
            case State.Published(Instant at, var before, var until) -> "PUBLISHED";
            case State.Unpublished(Instant before, Reason reason) -> "UNPUBLISHED";
        };
    }

    static ArticlesArticleRecord row(Article article) {
        var row = new ArticlesArticleRecord();
        Standfirst standfirst = article.standfirst();
        row.setSlug(article.slug().text());
        row.setHeadline(article.headline().text());
        row.set(ARTICLES_ARTICLE.STANDFIRST, standfirst == null ? null : standfirst.text());
        row.setState(state(article));
        row.set(
                ARTICLES_ARTICLE.REASON,
                article.state() instanceof State.Unpublished(Instant before, Reason reason) ? reason.text() : null);
        row.set(ARTICLES_ARTICLE.PUBLISHED_AT, article.state().publishedAt());
        row.set(
                ARTICLES_ARTICLE.PUBLISHED_BEFORE,
                article.state() instanceof State.Published(Instant at, var before, var until) ? before : null);
        row.setListedAt(article.listedAt());
        row.set(ARTICLES_ARTICLE.CLOSES_AT, article.state().closesAt());
        row.setSectionId(article.section());
        row.set(ARTICLES_ARTICLE.SOURCE_ID, article.source());
        row.set(ARTICLES_ARTICLE.IMAGE_ID, article.image());
        row.setUpdatedAt(article.updatedAt());
        row.setVersion(article.version());
        return row;
    }

    private static Owed owed(ArticlesArticleRecord row) {
        return new Owed(article(row), row.getDueAt());
    }

    static Article article(ArticlesArticleRecord row) {
        String standfirst = row.getStandfirst();
        return new Article(
                row.getId(),
                new Slug(row.getSlug()),
                Headline.stored(row.getHeadline()),
                standfirst == null ? null : Standfirst.stored(standfirst),
                state(row),
                row.getSectionId(),
                row.getSourceId(),
                row.getImageId(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getVersion());
    }

    private static State state(ArticlesArticleRecord row) {
        return switch (row.getState()) {
            case "DRAFT" -> new State.Draft();
            case "IN_REVIEW" -> new State.InReview(row.getPublishedAt());
            case "PUBLISHED" -> new State.Published(row.getPublishedAt(), row.getPublishedBefore(), row.getClosesAt());
            case "UNPUBLISHED" -> new State.Unpublished(row.getPublishedAt(), Reason.stored(row.getReason()));
            case String unknown -> throw new IllegalStateException("an article in the state " + unknown);
        };
    }
}
