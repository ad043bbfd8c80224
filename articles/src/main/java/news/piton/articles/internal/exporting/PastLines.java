package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.store.Correction;
import news.piton.articles.internal.store.HistoryStore.Placed;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveWording;
import news.piton.articles.internal.store.PastReads;
import news.piton.articles.internal.store.PastReads.Earlier;
import news.piton.articles.internal.store.PastReads.Entry;
import news.piton.articles.internal.store.PastReads.Saved;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.JsonLines;
import news.piton.core.plugin.JsonLines.Line;

/**
 * What has been written down about articles, behind all of them, as JSON lines. {@code article}, and other things that have an
 * id, are named by it.
 *
 * <ul>
 *   <li>{@code revision}, what was saved: {@code id}, {@code article}, {@code number} (the article's version with it), {@code
 *       action} (as in GraphQL), {@code pending}, {@code savedAt}, {@code savedBy}, {@code note}, {@code of} (the revision that
 *       was restored, approved or discarded), {@code slug}, {@code headline}, {@code standfirst}, {@code html}, {@code text},
 *       {@code section}, {@code tags} (their names at that time), {@code authors}, {@code source}, {@code image} (without
 *       {@code id}). An article that was saved once has none: its own line says it all
 *   <li>{@code step}, what was done: {@code article}, {@code position}, from 1, {@code kind} (as in GraphQL), {@code at},
 *       {@code by} (null for what time did), {@code from}, {@code to}, {@code note}, {@code moment}, {@code lateByMillis},
 *       {@code version}
 *   <li>{@code correction}: {@code article}, {@code kind}, {@code text}, {@code at}
 *   <li>{@code retractionProposal}, which waits for a second person: {@code article}, {@code text}, {@code proposedBy}, {@code
 *       proposedAt}
 *   <li>{@code liveBlog}: {@code article}, {@code startedAt}, {@code closedAt}
 *   <li>{@code liveEntry}: {@code id}, {@code article}, {@code removed}, {@code at}, {@code headline}, {@code html}, {@code
 *       text}, {@code postedBy}, {@code editedAt}, {@code editedBy}, {@code version}
 *   <li>{@code liveWording}, what an entry said before: {@code entry}, {@code version}, {@code at}, {@code headline}, {@code
 *       html}, {@code text}, {@code writtenBy}, {@code replacedAt}
 * </ul>
 */
final class PastLines {
    private static final int TEXTS = 50;
    private static final int ROWS = 500;
    private static final String ARTICLE = "Article";
    private static final String REVISION = "Revision";
    private static final String LIVE_ENTRY = "LiveEntry";

    private final PastReads past;

    PastLines(PastReads past) {
        this.past = past;
    }

    void write(JsonLines lines) throws IOException {
        Pages.each(TEXTS, past::revisions, saved -> saved.revision().id(), page -> {
            for (Saved saved : page) {
                lines.write(revision(saved));
            }
        });
        Pages.each(ROWS, past::steps, page -> {
            for (Placed placed : page) {
                lines.write(step(placed));
            }
        });
        Pages.each(ROWS, past::corrections, Correction::id, page -> {
            for (Correction correction : page) {
                lines.write(line("correction", correction.article())
                        .with("kind", correction.view().kind())
                        .with("text", correction.view().text())
                        .with("at", correction.view().at()));
            }
        });
        Pages.each(ROWS, past::proposals, PendingRetraction::articleId, page -> {
            for (PendingRetraction proposal : page) {
                lines.write(line("retractionProposal", proposal.articleId())
                        .with("text", proposal.text())
                        .with("proposedBy", proposal.proposedBy())
                        .with("proposedAt", proposal.proposedAt()));
            }
        });
        Pages.each(ROWS, past::liveBlogs, LiveBlog::articleId, page -> {
            for (LiveBlog live : page) {
                lines.write(line("liveBlog", live.articleId())
                        .with("startedAt", live.startedAt())
                        .with("closedAt", live.closedAt()));
            }
        });
        Pages.each(TEXTS, past::liveEntries, one -> one.entry().id(), page -> {
            for (Entry one : page) {
                lines.write(entry(one));
            }
        });
        Pages.each(TEXTS, past::wordings, page -> {
            for (Earlier one : page) {
                lines.write(wording(one));
            }
        });
    }

    private static Line line(String type, long article) {
        return JsonLines.line(type).with("article", GlobalId.encode(ARTICLE, article));
    }

    private static Line revision(Saved saved) {
        Revision revision = saved.revision();
        Long of = revision.of();
        Long source = revision.source();
        List<String> authors = revision.authors().stream()
                .map(author -> GlobalId.encode("Author", author))
                .toList();
        return JsonLines.line("revision")
                .with("id", GlobalId.encode(REVISION, revision.id()))
                .with("article", GlobalId.encode(ARTICLE, revision.article()))
                .with("number", revision.number())
                .with("action", revision.action())
                .with("pending", revision.pending())
                .with("savedAt", revision.savedAt())
                .with("savedBy", revision.savedBy())
                .with("note", revision.note())
                .with("of", of == null ? null : GlobalId.encode(REVISION, of))
                .with("slug", revision.slug())
                .with("headline", revision.headline())
                .with("standfirst", revision.standfirst())
                .with("html", saved.body().html())
                .with("text", saved.body().text())
                .with("section", GlobalId.encode("Section", revision.section()))
                .with("tags", revision.tags())
                .with("authors", authors)
                .with("source", source == null ? null : GlobalId.encode("Source", source))
                .with("image", revision.image() == null ? null : image(revision.image()));
    }

    private static Line image(Picture image) {
        return JsonLines.object()
                .with("url", image.url().uri())
                .with("width", image.width())
                .with("height", image.height())
                .with("alt", image.alt())
                .with("caption", image.caption())
                .with("credit", image.credit());
    }

    private static Line step(Placed placed) {
        Step step = placed.step();
        Step.Actor by = step.by();
        Duration late = step.lateBy();
        return line("step", placed.article())
                .with("position", placed.position())
                .with("kind", step.kind())
                .with("at", step.at())
                .with("by", by == null ? null : by.name())
                .with("from", step.from())
                .with("to", step.to())
                .with("note", step.note())
                .with("moment", step.moment())
                .with("lateByMillis", late == null ? null : (Long) late.toMillis())
                .with("version", step.version());
    }

    private static Line entry(Entry one) {
        LiveEntry entry = one.entry();
        return JsonLines.line("liveEntry")
                .with("id", GlobalId.encode(LIVE_ENTRY, entry.id()))
                .with("article", GlobalId.encode(ARTICLE, entry.articleId()))
                .with("removed", one.removed())
                .with("at", entry.at())
                .with("headline", entry.headline())
                .with("html", entry.body().html())
                .with("text", entry.body().text())
                .with("postedBy", entry.postedBy())
                .with("editedAt", entry.editedAt())
                .with("editedBy", entry.editedBy())
                .with("version", entry.version());
    }

    private static Line wording(Earlier one) {
        LiveWording wording = one.wording();
        return JsonLines.line("liveWording")
                .with("entry", GlobalId.encode(LIVE_ENTRY, one.entry()))
                .with("version", wording.version())
                .with("at", wording.at())
                .with("headline", wording.headline())
                .with("html", wording.body().html())
                .with("text", wording.body().text())
                .with("writtenBy", wording.writtenBy())
                .with("replacedAt", wording.replacedAt());
    }
}
