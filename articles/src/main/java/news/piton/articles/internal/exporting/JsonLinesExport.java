package news.piton.articles.internal.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import news.piton.articles.AuthorView;
import news.piton.articles.ImageView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.ExportStore.Piece;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.Exporter;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Everything as JSON lines, UTF-8. What a line names comes in a line before it; what does not apply is null.
 *
 * <ul>
 *   <li>{@code site}: {@code name}, {@code url}, {@code timeZone}, {@code exportedAt}, {@code format}, which is 1 and grows with
 *       changes that a reader must know of
 *   <li>{@code section}: {@code id}, {@code slug}, {@code name}, in the paper's order
 *   <li>{@code source}: {@code id}, {@code name}, {@code kind} (as in GraphQL), {@code url}
 *   <li>{@code author}: {@code id}, {@code slug}, {@code name}, {@code bio}
 *   <li>{@code tag}: {@code id}, {@code slug}, {@code name}
 *   <li>{@code image}: an uploaded one: {@code id}, {@code url}, {@code width}, {@code height}, {@code alt}, {@code caption},
 *       {@code credit}
 *   <li>{@code article}: {@code id}, {@code slug}, {@code url}, {@code status}, {@code reason} of its being taken back, {@code
 *       publishedAt}, {@code publishedBefore}, {@code publishedUntil}, {@code createdAt}, {@code updatedAt}, {@code version}, {@code headline}, {@code
 *       standfirst}, {@code html}, {@code text}, {@code section}, {@code tags}, {@code authors} (slugs, in order), {@code source}
 *       (its name), {@code image} (as above)
 *   <li>{@code redirect}: {@code path} (with query), {@code article} (its slug) of the article in the line before
 *   <li>{@code end}: {@code module}, {@code lines}
 * </ul>
 */
public final class JsonLinesExport implements Exporter {
    private static final int ARTICLES = 100;
    private static final int NAMES = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportStore store;
    private final InstantSource clock;
    private final Site site;

    public JsonLinesExport(ExportStore store, InstantSource clock, Site site) {
        this.store = store;
        this.clock = clock;
        this.site = site;
    }

    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String contentType() {
        return "application/jsonl; charset=utf-8";
    }

    @Override
    public void run(Export export) throws IOException {
        Lines lines = new Lines(export.out());
        Map<String, Object> about = line("site");
        about.put("name", site.name());
        about.put("url", site.url().toString());
        about.put("timeZone", site.zone().getId());
        about.put("exportedAt", clock.instant().toString());
        about.put("format", 1);
        lines.write(about);
        for (SectionView section : store.sections()) {
            lines.write(named("section", "Section", section.id(), section.slug(), section.name()));
        }
        for (SourceView source : store.sources()) {
            lines.write(source(source));
        }
        Pages.each(NAMES, store::authors, AuthorView::id, page -> {
            for (AuthorView author : page) {
                Map<String, Object> line = named("author", "Author", author.id(), author.slug(), author.name());
                put(line, "bio", author.bio());
                lines.write(line);
            }
        });
        Pages.each(NAMES, store::tags, TagView::id, page -> {
            for (TagView tag : page) {
                lines.write(named("tag", "Tag", tag.id(), tag.slug(), tag.name()));
            }
        });
        Pages.each(ARTICLES, store::images, ImageView::id, page -> {
            for (ImageView image : page) {
                Map<String, Object> line = line("image");
                line.putAll(image(image));
                lines.write(line);
            }
        });
        Pages.each(ARTICLES, store::articles, piece -> piece.article().id(), page -> {
            for (Piece piece : page) {
                write(lines, piece);
            }
        });
        Map<String, Object> end = line("end");
        end.put("module", "articles");
        end.put("lines", lines.written + 1);
        lines.write(end);
    }

    private static Map<String, Object> source(SourceView source) {
        Map<String, Object> line = line("source");
        line.put("id", GlobalId.encode("Source", source.id()));
        line.put("name", source.name());
        line.put("kind", source.kind().name());
        put(line, "url", source.url());
        return line;
    }

    private void write(Lines lines, Piece piece) throws IOException {
        lines.write(article(piece));
        for (String path : piece.addresses()) {
            Map<String, Object> redirect = line("redirect");
            redirect.put("path", path);
            redirect.put("article", piece.article().slug().text());
            lines.write(redirect);
        }
    }

    private Map<String, Object> article(Piece piece) {
        Article article = piece.article();
        State state = article.state();
        Map<String, Object> line = line("article");
        line.put("id", GlobalId.encode("Article", article.id()));
        line.put("slug", article.slug().text());
        line.put("url", piece.view().url().toString());
        line.put("status", state.status(clock.instant()).name());
        put(line, "reason", state instanceof State.Unpublished(var before, var reason) ? reason.text() : null);
        put(line, "publishedAt", state.publishedAt());
        put(
                line,
                "publishedBefore",
                state instanceof State.Published(Instant at, Instant before, var until) ? before : null);
        put(line, "publishedUntil", state.closesAt());
        put(line, "createdAt", article.createdAt());
        put(line, "updatedAt", article.updatedAt());
        line.put("version", article.version());
        line.put("headline", article.headline().text());
        put(line, "standfirst", piece.view().standfirst());
        line.put("html", piece.body().html());
        line.put("text", piece.body().text());
        line.put("section", piece.view().section().slug());
        line.put("tags", piece.tags().stream().map(TagView::slug).toList());
        line.put("authors", piece.authors().stream().map(AuthorView::slug).toList());
        SourceView source = piece.view().source();
        put(line, "source", source == null ? null : source.name());
        ImageView image = piece.view().image();
        put(line, "image", image == null ? null : image(image));
        return line;
    }

    private static Map<String, Object> image(ImageView image) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", GlobalId.encode("Image", image.id()));
        line.put("url", image.url().toString());
        line.put("width", image.width());
        line.put("height", image.height());
        line.put("alt", image.alt());
        put(line, "caption", image.caption());
        put(line, "credit", image.credit());
        return line;
    }

    private static Map<String, Object> named(String type, String globalType, long id, String slug, String name) {
        Map<String, Object> line = line(type);
        line.put("id", GlobalId.encode(globalType, id));
        line.put("slug", slug);
        line.put("name", name);
        return line;
    }

    private static Map<String, Object> line(String type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        return line;
    }

    /** Times and addresses as their text. */
    @SuppressWarnings("NullAway") // a line's field may be null, as JSON has it
    private static void put(Map<String, Object> line, String field, @Nullable Object value) {
        line.put(field, value == null || value instanceof Map ? value : value.toString());
    }

    private static final class Lines {
        private final OutputStream out;
        private long written;

        Lines(OutputStream out) {
            this.out = out;
        }

        void write(Map<String, Object> line) throws IOException {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
            written++;
        }
    }
}
