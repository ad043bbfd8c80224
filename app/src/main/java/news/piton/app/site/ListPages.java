package news.piton.app.site;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.app.site.html.JtecorrectionsGenerated;
import news.piton.app.site.html.JtefrontGenerated;
import news.piton.app.site.html.JtelistingGenerated;
import news.piton.app.site.html.JtesearchGenerated;
import news.piton.app.site.html.JtesectionsGenerated;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.app.site.view.Pager;
import news.piton.app.site.view.River;
import news.piton.app.site.view.Search;

/** The front page, the sections, tags and authors, and what a search finds. */
final class ListPages {
    private static final int TOP = 5;
    private static final int RIVER = 4;
    private static final int RIVERS = 6;
    static final int PAGE = 20;
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_YEAR = 9998;

    private final Paper paper;
    private final Frames frames;

    ListPages(Paper paper, Frames frames) {
        this.paper = paper;
        this.frames = frames;
    }

    /** {@code /}; WordPress's {@code /?s=} is a search, its {@code /?p=} an article's address of old, its {@code /?cat=} a list. */
    Found front(ServerRequest request) {
        UriQuery query = request.query();
        if (query.contains("s")) {
            return new Found.Elsewhere(301, "/search?q=" + Frame.encoded(query.get("s")));
        }
        if (query.contains("feed")) {
            return new Found.Elsewhere(301, query.get("feed").equals("atom") ? "/feed/atom" : "/feed");
        }
        if (query.contains("p") || query.contains("page_id") || query.contains("attachment_id")) {
            return Found.NOTHING;
        }
        String list = WordPressAddress.list(query);
        if (!list.isEmpty()) {
            return new Found.Elsewhere(301, list);
        }
        Paper.Told begin = paper.ask(request, "front", Map.of()).about("articles");
        List<Data> featured = begin.data().of("featured").list("nodes");
        Set<String> ids = featured.stream().map(article -> article.text("id")).collect(Collectors.toSet());
        List<Data> newest = newest(begin.data().of("articles").list("edges"), ids);
        Paper.Told told = begin.with(rivers(request, newest, featured.size()));
        Data data = told.data();
        // what the paper has taken back still stands among the latest, and leads nothing
        List<Data> stories = Stream.concat(featured.stream(), newest.stream().map(edge -> edge.of("node")))
                .sorted(Comparator.comparing(article -> article.flag("retracted")))
                .toList();
        List<Data> top = stories.subList(0, Math.min(TOP, stories.size()));
        List<Data> latest = stories.subList(top.size(), stories.size());
        List<Data> sections = data.has("rivers") ? data.list("rivers") : List.of();
        List<River> rivers = sections.stream()
                .map(section -> new River(section.text("slug"), section.text("name"), river(section, ids)))
                .filter(river -> !river.articles().isEmpty())
                .limit(RIVERS)
                .toList();
        byte[] html = Html.of(
                out -> JtefrontGenerated.render(out, Html.NONE, frames.of("/", data), top, latest, rivers, data));
        List<Data> all = new ArrayList<>(stories);
        rivers.forEach(river -> all.addAll(river.articles()));
        all.addAll(data.list("mostRead"));
        return shown(html, Page.keys("front", all), told);
    }

    /** Those that stand behind what is featured, so that the page is as long with it as without. */
    private static List<Data> newest(List<Data> edges, Set<String> featured) {
        return edges.stream()
                .filter(edge -> !featured.contains(edge.of("node").text("id")))
                .limit(Math.max(0, edges.size() - featured.size()))
                .toList();
    }

    /**
     * The rivers begin where the newest end, so that nothing is shown twice and no river is short of what there is: what is
     * featured, and stands in none, is asked for beyond it.
     */
    private Paper.Told rivers(ServerRequest request, List<Data> newest, int featured) {
        return newest.isEmpty()
                ? paper.around(request)
                : paper.page(
                        request, "rivers", Map.of("after", newest.getLast().text("cursor"), "first", RIVER + featured));
    }

    private static List<Data> river(Data section, Set<String> featured) {
        return section.of("articles").list("nodes").stream()
                .filter(article -> !featured.contains(article.text("id")))
                .limit(RIVER)
                .toList();
    }

    /** All sections in which there is something to read: the navigation names the first ones alone. */
    Found sections(ServerRequest request) {
        Paper.Told told = paper.around(request);
        Frame frame = frames.of("/sections", told.data());
        return frame.sections().isEmpty()
                ? told.nothing()
                : shown(
                        Html.of(out -> JtesectionsGenerated.render(out, Html.NONE, frame, told.data())),
                        Set.of("sections"),
                        told);
    }

    Found section(ServerRequest request) {
        return list(request, "section", "");
    }

    Found tag(ServerRequest request) {
        return list(request, "tag", "Tag");
    }

    Found author(ServerRequest request) {
        return list(request, "author", "By");
    }

    private Found list(ServerRequest request, String type, String kind) {
        String slug = request.path().pathParameters().get("slug");
        Map<String, Object> variables = place(request.query(), PAGE);
        variables.put("slug", slug);
        Paper.Told told = paper.page(request, type, variables).about(type);
        if (!told.has(type)) {
            return Found.NOTHING;
        }
        Data subject = told.data().of(type);
        String path = "/" + type + "/" + subject.text("slug");
        if (!subject.text("slug").equals(slug)) {
            return new Found.Elsewhere(
                    301, path + placed(request.query()), Set.of(Page.key(type, subject.text("slug"))));
        }
        List<Data> articles = subject.of("articles").list("nodes");
        byte[] html = Html.of(out -> JtelistingGenerated.render(
                out,
                Html.NONE,
                frames.of(path + placed(request.query()), told.data()),
                kind,
                subject.text("name"),
                type.equals("author") ? subject.text("bio") : "",
                type.equals("section") ? slug : "",
                path,
                articles,
                new Pager(path + "?", subject.of("articles").of("pageInfo")),
                placed(request.query()).isEmpty(),
                told.data()));
        return shown(html, Page.keys(Page.key(type, slug), articles), told);
    }

    Found search(ServerRequest request) {
        UriQuery query = request.query();
        Search search = new Search(
                shortened(query.first("q").orElse("").strip()),
                query.first("section").orElse(""),
                day(query, "from"),
                day(query, "to"),
                query.first("order").orElse("").equals("newest"));
        Map<String, Object> variables = place(query, PAGE);
        variables.put("text", search.text());
        variables.put("asked", !search.text().isEmpty());
        variables.put("order", search.newest() ? "NEWEST" : "RELEVANCE");
        if (search.section().isEmpty()) {
            variables.put("news", true);
        } else {
            variables.put("section", search.section());
        }
        search.from().ifPresent(day -> variables.put("from", beginning(day)));
        search.to().ifPresent(day -> variables.put("until", beginning(day.plusDays(1))));
        Paper.Told told = paper.page(request, "search", variables);
        if (!search.text().isEmpty()) {
            told.about("searchArticles");
        }
        Optional<Data> found =
                told.has("searchArticles") ? Optional.of(told.data().of("searchArticles")) : Optional.empty();
        Optional<Pager> pager = found.map(page -> new Pager(search.address(), page.of("pageInfo")));
        List<Data> articles = found.map(page -> page.list("edges")).orElse(List.of()).stream()
                .map(edge -> edge.of("node"))
                .toList();
        byte[] html = Html.of(out ->
                JtesearchGenerated.render(out, Html.NONE, frames.of("/search", told.data()), search, found, pager));
        return shown(html, Page.keys("search", articles), told);
    }

    /** A day as browsers send it; none for what is no day. */
    private static Optional<LocalDate> day(UriQuery query, String name) {
        try {
            return query.first(name)
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private String beginning(LocalDate day) {
        return day.atStartOfDay(frames.site().zone()).toInstant().toString();
    }

    /** Cuts between two characters, never through one. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_SEARCH) {
            return text;
        }
        boolean through = Character.isHighSurrogate(text.charAt(LONGEST_SEARCH - 1));
        return text.substring(0, through ? LONGEST_SEARCH - 1 : LONGEST_SEARCH);
    }

    /** What the paper has corrected, newest first. */
    Found corrections(ServerRequest request) {
        Paper.Told told =
                paper.page(request, "corrections", place(request.query(), PAGE)).about("corrections");
        List<Data> corrections = told.data().of("corrections").list("edges");
        List<Data> articles =
                corrections.stream().map(edge -> edge.of("article")).toList();
        Pager pager = new Pager("/corrections?", told.data().of("corrections").of("pageInfo"));
        String place = placed(request.query());
        Frame frame = frames.of("/corrections" + place, told.data());
        byte[] html = Html.of(
                out -> JtecorrectionsGenerated.render(out, Html.NONE, frame, corrections, pager, place.isEmpty()));
        return shown(html, Page.keys("corrections", articles), told);
    }

    private static Found shown(byte[] html, Set<String> keys, Paper.Told told) {
        return new Found.Shown(Page.of(html, keys).sharedIf(told.whole()));
    }

    /** Where in a list the reader is, as the connections' arguments. */
    static Map<String, Object> place(UriQuery query, int size) {
        Map<String, Object> variables = new HashMap<>();
        if (query.contains("before")) {
            variables.put("last", size);
            variables.put("before", query.get("before"));
        } else {
            variables.put("first", size);
            if (query.contains("after")) {
                variables.put("after", query.get("after"));
            }
        }
        return variables;
    }

    /** The reader's place in a list as the address has it; empty for its beginning, which alone search engines are to keep. */
    private static String placed(UriQuery query) {
        return query.contains("before")
                ? "?before=" + Frame.encoded(query.get("before"))
                : query.contains("after") ? "?after=" + Frame.encoded(query.get("after")) : "";
    }
}
