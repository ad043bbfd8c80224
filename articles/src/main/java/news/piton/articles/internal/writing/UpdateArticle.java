package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Edits an article. */
public final class UpdateArticle {
    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Ids ids;
    private final Placing placing;
    private final Files files;
    private final Views views;

    public UpdateArticle(
            Database database,
            Outbox outbox,
            InstantSource clock,
            Ids ids,
            CatalogueStore catalogue,
            Files files,
            Views views) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.placing = new Placing(catalogue);
        this.files = files;
        this.views = views;
    }

    /**
     * An edit that changes nothing writes nothing: version and time stay, and nobody is told.
     *
     * <p>What is published or about to be is changed by those who may publish, and by nobody else.
     *
     * @param expected the version that the caller has seen; null to change whatever is there
     */
    public Outcome<ArticleView> update(long id, @Nullable Integer expected, Changes changes, Viewer.Staff who) {
        return database.inTransaction(() -> {
            Optional<Article> found = files.lock(id);
            if (found.isEmpty()) {
                return Outcome.refused(Versions.missing("article"));
            }
            Article before = found.get();
            Optional<UserError> conflict = Versions.conflict("article", expected, before.version());
            if (conflict.isPresent()) {
                return Outcome.refused(conflict.get());
            }
            if (before.state() instanceof State.Published && !who.may(ArticlePermissions.PUBLISH_ARTICLES)) {
                return Outcome.refused(UserError.at(
                        "id",
                        "FORBIDDEN",
                        "This article is published or scheduled; changing it needs the permission PUBLISH_ARTICLES."));
            }
            return change(before, changes);
        });
    }

    private Outcome<ArticleView> change(Article before, Changes changes) {
        Refusals refusals = new Refusals();
        String section = changes.section().value();
        long sectionId = section == null ? before.section() : placing.section(section, refusals);
        Long source = changes.source().given() ? placing.source(changes.source().value(), refusals) : before.source();
        List<String> names = changes.authors().value();
        List<Long> authors = names == null ? null : placing.authors(names, refusals);
        List<Long> tags = changes.tags().value() == null
                ? null
                : placing.tags(changes.tags().value(), refusals);
        if (refusals.any()) {
            return refusals.refused();
        }
        Picture picture = changes.image().value();
        Long image = changes.image().given() && picture == null ? null : before.image();
        if (picture != null) {
            image = image == null ? ids.next() : image;
        }
        Article edited = new Article(
                before.id(),
                changes.slug().orKeep(before.slug()),
                changes.headline().orKeep(before.headline()),
                changes.standfirst().or(before.standfirst()),
                before.state(),
                sectionId,
                source,
                image,
                before.createdAt(),
                before.updatedAt(),
                before.version());
        Files.Parts parts = files.changed(before, new Files.Parts(changes.body().value(), tags, authors, picture));
        if (edited.equals(before) && parts.equals(Files.Parts.NONE)) {
            return views.of(before.id());
        }
        Instant now = clock.instant();
        Article after = edited.in(before.state(), now);
        Optional<UserError> taken = files.replace(before, after, parts, now);
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        if (after.state().open(now)) {
            outbox.publish(ArticleUpdated.TYPE, new ArticleUpdated(after.id()));
        }
        return views.of(after.id());
    }
}
