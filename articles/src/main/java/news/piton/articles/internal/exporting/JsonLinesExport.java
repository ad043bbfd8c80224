package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import news.piton.articles.AuthorView;
import news.piton.articles.ImageView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.ExportStore.Piece;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.articles.internal.store.PastReads;
import news.piton.articles.internal.store.PastReads.OldSlug;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.JsonLines;
import news.piton.core.plugin.JsonLines.Line;
import news.piton.core.site.Site;

/**
 * Everything as JSON lines, UTF-8. What an article names comes in a line before it; a section, source, author or tag that is
 * made while the export runs comes just before the first article that names it. What is written below about an article that is
 * made meanwhile may name it without its having a line. What does not apply is null.
 *
 * <ul>
 *   <li>{@code site}: {@code name}, {@code url}, {@code timeZone}, {@code exportedAt}, {@code format}, which is 1 and grows with
 *       changes that a reader must know of
 *   <li>{@code section}: {@code id}, {@code slug}, {@code name}, {@code parent} (the slug of the one above it), in the paper's
 *       order
 *   <li>{@code source}: {@code id}, {@code name}, {@code kind} (as in GraphQL), {@code url}
 *   <li>{@code author}: {@code id}, {@code slug}, {@code name}, {@code bio}
 *   <li>{@code tag}: {@code id}, {@code slug}, {@code name}
 *   <li>{@code oldSlug}, under which one of these was known before: {@code kind} ({@code SECTION}, {@code TAG}, {@code AUTHOR};
 *       {@code LOGIN}, {@code TERM}: what another site's addresses called an author or a tag), {@code slug}, {@code leadsTo} (its id)
 *   <li>{@code image}: an uploaded one, whose file lies at {@code url} and is not in the export: {@code id}, {@code url}, {@code width}, {@code height}, {@code alt}, {@code caption},
 *       {@code credit}
 *   <li>{@code article}: {@code id}, {@code slug}, {@code url}, {@code status}, {@code reason} of its being taken back, {@code
 *       publishedAt}, {@code publishedBefore}, {@code publishedUntil}, {@code embargoUntil}, {@code featuredAt}, {@code
 *       createdAt}, {@code updatedAt}, {@code version}, {@code headline}, {@code standfirst}, {@code html}, {@code text}, {@code section}, {@code tags}, {@code authors} (slugs, in order), {@code source}
 *       (its name), {@code image} (as above)
 *   <li>{@code redirect}: {@code path} (with query), {@code article} (its slug) of the article in the line before
 * </ul>
 *
 * <p>What else was written down about articles follows as {@link PastLines} has it.
 */
public final class JsonLinesExport implements JsonLines.Part {
    private static final int ARTICLES = 100;
    private static final int NAMES = 1_000;

    private final ExportStore store;
    private final PastReads past;
    private final InstantSource clock;
    private final Site site;

    public JsonLinesExport(ExportStore store, PastReads past, InstantSource clock, Site site) {
        this.store = store;
        this.past = past;
        this.clock = clock;
        this.site = site;
    }

    @Override
    public String module() {
        return "articles";
    }

    @Override
    public void write(JsonLines lines) throws IOException {
        lines.write(JsonLines.line("site")
                .with("name", site.name())
                .with("url", site.url())
                .with("timeZone", site.zone().getId())
                .with("exportedAt", clock.instant())
                .with("format", 1));
        NameLines names = new NameLines(lines);
        names.sections(store.sections());
        names.sources(store.sources());
        Pages.each(NAMES, store::authors, AuthorView::id, names::authors);
        Pages.each(NAMES, store::tags, TagView::id, names::tags);
        Pages.each(NAMES, past::oldSlugs, page -> {
            for (OldSlug old : page) {
                lines.write(JsonLines.line("oldSlug")
                        .with("kind", old.kind())
                        .with("slug", old.slug())
                        .with("leadsTo", GlobalId.encode(globalType(old.kind()), old.entry())));
            }
        });
        Pages.each(ARTICLES, store::images, ImageView::id, page -> {
            for (ImageView image : page) {
                lines.write(describe(JsonLines.line("image"), image));
            }
        });
        Pages.each(ARTICLES, store::articles, piece -> piece.article().id(), page -> {
            for (Piece piece : page) {
                names.of(piece, store);
                write(lines, piece);
            }
        });
        new PastLines(past).write(lines);
    }

    private static String globalType(OldSlugs.Kind kind) {
        return switch (kind) {
            case SECTION -> NameLines.SECTION;
            case TAG, TERM -> NameLines.TAG;
            case AUTHOR, LOGIN -> NameLines.AUTHOR;
        };
    }

    private void write(JsonLines lines, Piece piece) throws IOException {
        lines.write(article(piece));
        for (String path : piece.addresses()) {
            lines.write(JsonLines.line("redirect")
                    .with("path", path)
                    .with("article", piece.article().slug().text()));
        }
    }

    private Line article(Piece piece) {
        Article article = piece.article();
        State state = article.state();
        SourceView source = piece.view().source();
        ImageView image = piece.view().image();
        return JsonLines.line("article")
                .with("id", GlobalId.encode("Article", article.id()))
                .with("slug", article.slug().text())
                .with("url", piece.view().url())
                .with("status", state.status(clock.instant()))
                .with("reason", state instanceof State.Unpublished(var before, var reason) ? reason.text() : null)
                .with("publishedAt", state.publishedAt())
                .with(
                        "publishedBefore",
                        state instanceof State.Published(Instant at, Instant before, var until) ? before : null)
                .with("publishedUntil", state.closesAt())
                .with("embargoUntil", piece.embargoUntil())
                .with("featuredAt", piece.featuredAt())
                .with("createdAt", article.createdAt())
                .with("updatedAt", article.updatedAt())
                .with("version", article.version())
                .with("headline", article.headline().text())
                .with("standfirst", piece.view().standfirst())
                .with("html", piece.body().html())
                .with("text", piece.body().text())
                .with("section", piece.view().section().slug())
                .with("tags", piece.tags().stream().map(TagView::slug).toList())
                .with("authors", piece.authors().stream().map(AuthorView::slug).toList())
                .with("source", source == null ? null : source.name())
                .with("image", image == null ? null : describe(JsonLines.object(), image));
    }

    private static Line describe(Line line, ImageView image) {
        return line.with("id", GlobalId.encode("Image", image.id()))
                .with("url", image.url())
                .with("width", image.width())
                .with("height", image.height())
                .with("alt", image.alt())
                .with("caption", image.caption())
                .with("credit", image.credit());
    }
}
