package news.piton.articles.internal.sample;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.SourceKind;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.writing.Filing;
import org.jspecify.annotations.Nullable;

/** Fills a new paper: six sections, a handful of names, a dozen articles of the last days, a draft and one in review. */
public final class SamplePaper implements Runnable {
    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("news", "News");
        SECTIONS.put("politics", "Politics");
        SECTIONS.put("business", "Business");
        SECTIONS.put("sport", "Sport");
        SECTIONS.put("culture", "Culture");
        SECTIONS.put("opinion", "Opinion");
    }

    private static final Map<String, String> BIOS = Map.of(
            "Marva Delacroix", "Covers Parliament and the public purse for the Herald.",
            "Josiah Toussaint", "Sports editor. Opened the batting for Anse Bleue until his knees objected.",
            "Ione Charlery", "Writes about the sea, the weather and those who live by both.",
            "Peter-Paul Henry", "Reports on courts, health and schools.",
            "Celestine Augier", "Columnist; taught history at the Girls' Secondary for thirty years.");

    private record Sender(SourceKind kind, @Nullable String url) {}

    private static final Map<String, Sender> SOURCES = Map.of(
            "Windward News Agency", new Sender(SourceKind.AGENCY, "https://windward-news.example/"),
            "Government Information Service", new Sender(SourceKind.GOVERNMENT, "https://gis.example/"),
            "Saint Brendan Port Authority", new Sender(SourceKind.OTHER, null));

    private final InstantSource clock;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;
    private final Filing filing;

    public SamplePaper(InstantSource clock, CatalogueStore catalogue, CatalogueWrites writes, Filing filing) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.writes = writes;
        this.filing = filing;
    }

    @Override
    public void run() {
        Map<String, Long> sections = new HashMap<>();
        SECTIONS.forEach((slug, name) ->
                sections.put(slug, writes.addSection(new Slug(slug), name, null).orElseThrow()));
        Map<String, Long> authors = new HashMap<>();
        BIOS.forEach((name, bio) -> authors.put(
                name, writes.addAuthor(Slug.naming("author", name), name, bio).orElseThrow()));
        Map<String, Long> sources = new HashMap<>();
        SOURCES.forEach((name, sender) -> sources.put(
                name,
                writes.addSource(name, sender.kind, sender.url == null ? null : new WebAddress(URI.create(sender.url)))
                        .orElseThrow()));
        SampleText.all().forEach(text -> file(text, sections, authors, sources));
    }

    private void file(
            SampleText text, Map<String, Long> sections, Map<String, Long> authors, Map<String, Long> sources) {
        Instant begun = clock.instant().minus(text.age());
        Headline headline = new Headline(text.get("headline"));
        List<Long> tags =
                catalogue.tagsNamed(text.list("tags").stream().map(TagName::new).toList());
        State state = switch (text.get("state")) {
            case "DRAFT" -> new State.Draft();
            case "IN_REVIEW" -> new State.InReview(null);
            default -> new State.Published(begun);
        };
        filing.file(new Filing.Sheet(
                headline,
                new Standfirst(text.get("standfirst")),
                Body.fromMarkdown(text.markdown()),
                known(sections, text.get("section")),
                tags,
                text.list("authors").stream().map(name -> known(authors, name)).toList(),
                text.find("source") == null ? null : known(sources, text.get("source")),
                null,
                Slug.from(headline.text(), "article"),
                false,
                state,
                begun,
                begun));
    }

    private static long known(Map<String, Long> ids, String name) {
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("a sample article names " + name + ", which is not there");
        }
        return id;
    }
}
