package news.piton.articles.internal.writing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.articles.ArticleRevised;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.RevisionAction;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.Save;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.RevisionReads;
import news.piton.articles.internal.store.RevisionStore;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.outbox.Outbox;

/**
 * The texts of an article that is locked: the one that stands, which readers see once it is published, and the one that may
 * wait for approval. Every save is a revision. In the caller's transaction.
 */
public final class Texts {
    private final ArticleStore articles;
    private final PartStore parts;
    private final ArticleReads reads;
    private final CatalogueStore catalogue;
    private final RevisionStore revisions;
    private final RevisionReads past;
    private final Files files;
    private final Ids ids;
    private final Outbox outbox;

    public Texts(
            ArticleStore articles,
            PartStore parts,
            ArticleReads reads,
            CatalogueStore catalogue,
            RevisionStore revisions,
            RevisionReads past,
            Files files,
            Ids ids,
            Outbox outbox) {
        this.articles = articles;
        this.parts = parts;
        this.reads = reads;
        this.catalogue = catalogue;
        this.revisions = revisions;
        this.past = past;
        this.files = files;
        this.ids = ids;
        this.outbox = outbox;
    }

    Optional<Revision> pending(Article article) {
        return Optional.ofNullable(past.pending(List.of(article.id())).get(article.id()));
    }

    Optional<Revision> revision(long id) {
        return Optional.ofNullable(past.byIds(List.of(id)).get(id));
    }

    Manuscript of(Revision revision) {
        return revision.manuscript(past.bodies(List.of(revision.body())).getOrDefault(revision.body(), Body.NONE));
    }

    /** The text that stands. */
    Manuscript standing(Article article) {
        long id = article.id();
        Long image = article.image();
        return new Manuscript(
                article.slug(),
                article.headline(),
                article.standfirst(),
                parts.body(id),
                article.section(),
                reads.tags(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(tag -> TagName.stored(tag.name()))
                        .toList(),
                parts.authors(id),
                article.source(),
                image == null ? null : parts.picture(image));
    }

    /** Notes the first revision of an article that has just been filed. */
    void begin(long article, Save save) {
        revisions.begin(article, save);
        outbox.publish(ArticleRevised.TYPE, new ArticleRevised(article, article, 1, save.action()));
    }

    /** Makes this the text that stands; nothing waits afterwards. Refused with SLUG_TAKEN. */
    Outcome<Long> write(Article before, Manuscript next, Save save) {
        Manuscript standing = standing(before);
        Picture picture = next.image();
        Long image = picture == null ? null : before.image() == null ? Long.valueOf(ids.next()) : before.image();
        Article after = before.with(
                        next.slug(), next.headline(), next.standfirst(), next.section(), next.source(), image)
                .in(before.state(), save.at());
        Files.Parts changed = new Files.Parts(
                next.body().equals(standing.body()) ? null : next.body(),
                next.tags().equals(standing.tags()) ? null : catalogue.tagsNamed(next.tags()),
                next.authors().equals(standing.authors()) ? null : next.authors(),
                picture == null || picture.equals(standing.image()) ? null : picture);
        ArticleUpdated.Left left = new ArticleUpdated.Left(
                next.section() == standing.section() ? null : standing.section(),
                changed.tags() == null ? List.of() : without(changed.tags(), tags(before)),
                changed.authors() == null ? List.of() : without(changed.authors(), standing.authors()));
        Optional<UserError> taken = files.replace(before, after, changed, save.at());
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        keep(after, next, save);
        revisions.release(after.id());
        if (after.state().open(save.at()) && !next.equals(standing)) {
            outbox.publish(ArticleUpdated.TYPE, new ArticleUpdated(after.id(), left));
        }
        return Outcome.done(after.id());
    }

    private List<Long> tags(Article article) {
        return reads.tags(List.of(article.id())).getOrDefault(article.id(), List.of()).stream()
                .map(TagView::id)
                .toList();
    }

    private static List<Long> without(List<Long> kept, List<Long> before) {
        return before.stream().filter(each -> !kept.contains(each)).toList();
    }

    /**
     * Lets this text wait for approval in place of the one that may wait now; where it says what stands anyway, nothing waits
     * any more. Refused with SLUG_TAKEN.
     */
    Outcome<Long> propose(Article before, Optional<Revision> pending, Manuscript next, Save save) {
        if (pending.isPresent() && next.equals(standing(before))) {
            return discard(
                    before, new Save(RevisionAction.DISCARDED, pending.get().id(), save.who(), save.note(), save.at()));
        }
        Slug free = next.slug().equals(before.slug()) ? next.slug() : articles.free(next.slug());
        if (!free.equals(next.slug())) {
            return Outcome.refused(Filing.taken(next.slug(), free));
        }
        revisions.hold(before.id(), keepAside(before, next, save.as(RevisionAction.PROPOSED)));
        return Outcome.done(before.id());
    }

    /** Drops what waits. */
    Outcome<Long> discard(Article before, Save save) {
        keepAside(before, standing(before), save);
        revisions.release(before.id());
        return Outcome.done(before.id());
    }

    /** A revision that leaves what stands as it is. */
    private long keepAside(Article before, Manuscript text, Save save) {
        revisions.keepBaseline(before.id());
        Article after = before.planned(before.state());
        articles.raiseVersion(after.id());
        return keep(after, text, save);
    }

    private long keep(Article after, Manuscript text, Save save) {
        long article = after.id();
        Set<Long> places = new HashSet<>();
        Stream.of(past.pending(List.of(article)), past.current(List.of(article)))
                .flatMap(found -> found.values().stream())
                .forEach(revision -> places.add(revision.body()));
        Map<Long, Body> kept = new LinkedHashMap<>(past.bodies(places));
        long revision = revisions.add(article, after.version(), text, save, kept);
        outbox.publish(ArticleRevised.TYPE, new ArticleRevised(article, revision, after.version(), save.action()));
        return revision;
    }
}
