package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.ExportStore.Piece;
import news.piton.articles.internal.store.SectionTree.Sections;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.JsonLines;
import news.piton.core.plugin.JsonLines.Line;

/** The lines of what articles name, each once, however often it is handed in. Holds the ids of all. */
final class NameLines {
    static final String SECTION = "Section";
    static final String AUTHOR = "Author";
    static final String TAG = "Tag";

    private final JsonLines lines;
    private final Set<Long> written = new HashSet<>();

    NameLines(JsonLines lines) {
        this.lines = lines;
    }

    void sections(Sections sections) throws IOException {
        for (SectionView section : sections.inOrder()) {
            if (written.add(section.id())) {
                SectionView parent = sections.parents().get(section.id());
                lines.write(named("section", SECTION, section.id(), section.slug(), section.name())
                        .with("parent", parent == null ? null : parent.slug()));
            }
        }
    }

    void sources(List<SourceView> sources) throws IOException {
        for (SourceView source : sources) {
            if (written.add(source.id())) {
                lines.write(JsonLines.line("source")
                        .with("id", GlobalId.encode("Source", source.id()))
                        .with("name", source.name())
                        .with("kind", source.kind())
                        .with("url", source.url()));
            }
        }
    }

    void authors(List<AuthorView> authors) throws IOException {
        for (AuthorView author : authors) {
            if (written.add(author.id())) {
                lines.write(named("author", AUTHOR, author.id(), author.slug(), author.name())
                        .with("bio", author.bio()));
            }
        }
    }

    void tags(List<TagView> tags) throws IOException {
        for (TagView tag : tags) {
            if (written.add(tag.id())) {
                lines.write(named("tag", TAG, tag.id(), tag.slug(), tag.name()));
            }
        }
    }

    /** What an article names and nobody has handed in: it was made meanwhile. */
    void of(Piece piece, ExportStore store) throws IOException {
        if (!written.contains(piece.view().section().id())) {
            sections(store.sections());
        }
        SourceView source = piece.view().source();
        if (source != null) {
            sources(List.of(source));
        }
        authors(piece.authors());
        tags(piece.tags());
    }

    private static Line named(String type, String globalType, long id, String slug, String name) {
        return JsonLines.line(type)
                .with("id", GlobalId.encode(globalType, id))
                .with("slug", slug)
                .with("name", name);
    }
}
