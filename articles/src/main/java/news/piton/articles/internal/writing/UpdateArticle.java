package news.piton.articles.internal.writing;

import java.util.List;
import java.util.Optional;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.Save;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Edits an article. */
public final class UpdateArticle {
    private final Database database;
    private final Locking locking;
    private final Placing placing;
    private final Texts texts;
    private final Approval approval;
    private final Views views;

    public UpdateArticle(
            Database database, Locking locking, CatalogueStore catalogue, Texts texts, Approval approval, Views views) {
        this.database = database;
        this.locking = locking;
        this.placing = new Placing(catalogue);
        this.texts = texts;
        this.approval = approval;
        this.views = views;
    }

    /**
     * An edit that changes nothing writes nothing: version and time stay, and nobody is told.
     *
     * <p>An edit of what is published or about to be waits for approval, and readers go on seeing what they saw; so does one
     * that follows it, and builds on it. Whoever may publish can approve in the same step. Refused with PENDING_REVISION when
     * that would let through what a colleague proposed and the caller has not told to know of, by the expected version.
     *
     * @param expected the version that the caller has seen; null to change whatever is there
     */
    public Outcome<ArticleView> update(
            long id,
            @Nullable Integer expected,
            Changes changes,
            boolean approve,
            @Nullable Note note,
            Viewer.Staff who) {
        return database.inTransaction(() -> {
            if (approve && !who.may(ArticlePermissions.PUBLISH_ARTICLES)) {
                return Outcome.refused(UserError.at(
                        "approve",
                        "FORBIDDEN",
                        "Approving needs the permission PUBLISH_ARTICLES. Leave `approve` out, and your change waits"
                                + " for an editor."));
            }
            return views.of(locking.hold(id, expected).then(held -> {
                Article before = held.article();
                Optional<Revision> pending = texts.pending(before);
                if (approve && pending.isPresent() && expected == null) {
                    return Outcome.refused(waits(pending.get()));
                }
                Save save = new Save(RevisionAction.WRITTEN, null, who, note, held.now());
                return change(before, pending, changes, approve, save);
            }));
        });
    }

    private Outcome<Long> change(
            Article before, Optional<Revision> pending, Changes changes, boolean approve, Save save) {
        Manuscript base = pending.map(texts::of).orElseGet(() -> texts.standing(before));
        Refusals refusals = new Refusals();
        Manuscript next = next(base, changes, refusals);
        if (refusals.any()) {
            return refusals.refused();
        }
        boolean unchanged = next.equals(base);
        if (unchanged && !(approve && pending.isPresent())) {
            return Outcome.done(before.id());
        }
        if (before.awaitsApproval(save.at()) && !approve) {
            return texts.propose(before, pending, next, save);
        }
        Save written = approve && pending.isPresent()
                ? new Save(RevisionAction.APPROVED, pending.get().id(), save.who(), save.note(), save.at())
                : save;
        return approval.write(before, next, written);
    }

    /** The text after the changes; what they name in vain is refused and stays as it is. */
    Manuscript next(Manuscript base, Changes changes, Refusals refusals) {
        String section = changes.section().value();
        long inSection = section == null ? base.section() : placing.section(section, refusals);
        List<TagName> tags = changes.tags().value();
        List<String> names = changes.authors().value();
        String source = changes.source().value();
        return new Manuscript(
                changes.slug().orKeep(base.slug()),
                changes.headline().orKeep(base.headline()),
                changes.standfirst().or(base.standfirst()),
                changes.body().orKeep(base.body()),
                inSection == 0 ? base.section() : inSection,
                tags == null ? base.tags() : placing.spelled(tags, refusals),
                names == null ? base.authors() : placing.authors(names, refusals),
                changes.source().given() ? placing.source(source, refusals) : base.source(),
                changes.image().or(base.image()));
    }

    private static UserError waits(Revision pending) {
        String whose = pending.savedBy() == null ? "" : " by " + pending.savedBy();
        return UserError.at(
                "expectedVersion",
                "PENDING_REVISION",
                "Revision " + pending.number() + whose + " waits for approval, and your change would build on it and"
                        + " approve both. Look at it, then send `expectedVersion` to do so, or discard it first.");
    }
}
