package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.revising.Save;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Begins an article. */
public final class CreateArticle {
    private final Database database;
    private final InstantSource clock;
    private final Placing placing;
    private final Filing filing;
    private final HistoryStore history;
    private final Texts texts;
    private final Views views;

    public CreateArticle(
            Database database,
            InstantSource clock,
            CatalogueStore catalogue,
            Filing filing,
            HistoryStore history,
            Texts texts,
            Views views) {
        this.database = database;
        this.clock = clock;
        this.placing = new Placing(catalogue);
        this.filing = filing;
        this.history = history;
        this.texts = texts;
        this.views = views;
    }

    /** As a draft, and its first revision. Refused with NOT_FOUND for what it names in vain, and with SLUG_TAKEN. */
    public Outcome<ArticleView> create(Draft draft, @Nullable Note note, Viewer.Staff who) {
        return database.inTransaction(() -> {
            Refusals refusals = new Refusals();
            long section = placing.section(draft.section(), refusals);
            List<Long> authors = placing.authors(draft.authors(), refusals);
            Long source = placing.source(draft.source(), refusals);
            List<Long> tags = placing.tags(draft.tags(), refusals);
            if (refusals.any()) {
                return refusals.refused();
            }
            Slug chosen = draft.slug();
            Instant now = clock.instant();
            Outcome<Long> filed = filing.file(new Filing.Sheet(
                    draft.headline(),
                    draft.standfirst(),
                    draft.body(),
                    section,
                    tags,
                    authors,
                    source,
                    draft.image(),
                    chosen == null ? Slug.from(draft.headline().text(), "article") : chosen,
                    chosen != null,
                    new State.Draft(),
                    now,
                    now));
            Save save = new Save(RevisionAction.WRITTEN, null, who, note, now);
            return views.of(filed.map(id -> begun(id, save, who)));
        });
    }

    private long begun(long id, Save save, Viewer.Staff who) {
        texts.begin(id, save);
        history.add(
                id,
                new Step(
                        Step.Kind.CREATED,
                        save.at(),
                        Step.Actor.of(who),
                        null,
                        ArticleStatus.DRAFT,
                        null,
                        null,
                        null,
                        1));
        return id;
    }
}
