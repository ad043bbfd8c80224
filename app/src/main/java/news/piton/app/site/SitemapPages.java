package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.piton.app.site.syndication.Sitemap;
import news.piton.app.site.syndication.Sitemap.Place;
import news.piton.app.site.view.Data;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Sitemaps and robots.txt. The articles are split by the time of their publication: a month, where that holds too many a day,
 * where that does an hour. So each sitemap is one range of an index, costs the same wherever it lies, and changes no more when
 * its time is over.
 */
final class SitemapPages {
    /** A span of more articles than this is split. */
    private static final int MANY = 5_000;

    /** As many as the protocol allows in a sitemap. */
    static final int MOST = 50_000;

    private static final int MOST_NEWS = 1_000;
    private static final Duration NEWS = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Set<String> KEY = Set.of("sitemap");
    private static final Pattern SPAN = Pattern.compile("(\\d{4}-\\d{2})(-\\d{2})?(T\\d{2})?\\.xml");

    /** Which of the sitemaps of a list; the first one is called by the list's name alone. */
    private static final Pattern NUMBER = Pattern.compile("([2-9]|[1-9]\\d{1,2})\\.xml");

    private final Paper paper;
    private final Site site;
    private final InstantSource clock;
    private final int most;
    private volatile @Nullable Kept index;

    /** @param most how many pages a sitemap of articles, tags or authors names */
    SitemapPages(Paper paper, Site site, InstantSource clock, int most) {
        this.paper = paper;
        this.site = site;
        this.clock = clock;
        this.most = most;
    }

    /** The index is the same for everybody and the one sitemap that costs more the more articles there are. */
    private record Kept(Page page, Instant until) {}

    Found index(ServerRequest request) {
        Kept kept = index;
        if (kept == null || !clock.instant().isBefore(kept.until())) {
            List<String> parts = new ArrayList<>(List.of(site.link("/sitemaps/sections.xml")));
            Map<String, Object> all = new HashMap<>(Map.of("length", "MONTH", "names", true));
            Data told = paper.ask(request, "sitemap-index", all)
                    .about("publishedSpans")
                    .data();
            parts.addAll(names("tags", told.of("publishedTags").number("totalCount")));
            parts.addAll(names("authors", told.of("publishedAuthors").number("totalCount")));
            split(request, told.list("publishedSpans"), "MONTH", parts);
            kept = new Kept(xml(Sitemap.index(parts)), clock.instant().plus(KEPT));
            index = kept;
        }
        return new Found.Shown(kept.page());
    }

    /** {@code /sitemaps/tags.xml}, {@code /sitemaps/tags/2.xml} and so on, as many as it takes. */
    private List<String> names(String list, int count) {
        return IntStream.rangeClosed(1, Math.ceilDiv(count, most))
                .mapToObj(number -> site.link("/sitemaps/" + list + (number == 1 ? "" : "/" + number) + ".xml"))
                .toList();
    }

    private void split(ServerRequest request, List<Data> spans, String length, List<String> parts) {
        for (Data span : spans) {
            String from = span.text("from");
            switch (span.number("count") <= MANY ? "" : length) {
                case "MONTH" -> split(request, within(request, span, "DAY"), "DAY", parts);
                case "DAY" -> split(request, within(request, span, "HOUR"), "HOUR", parts);
                default -> parts.add(site.link("/sitemaps/articles/" + from.substring(0, digits(length)) + ".xml"));
            }
        }
    }

    /** How much of a span's beginning names it: 2026-11, 2026-11-24, 2026-11-24T13. */
    private static int digits(String length) {
        return length.equals("MONTH") ? 7 : length.equals("DAY") ? 10 : 13;
    }

    private List<Data> within(ServerRequest request, Data span, String length) {
        Map<String, Object> part =
                Map.of("length", length, "names", false, "from", span.text("from"), "until", span.text("until"));
        return paper.ask(request, "sitemap-index", part)
                .about("publishedSpans")
                .data()
                .list("publishedSpans");
    }

    /** {@code /sitemaps/articles/2026-11.xml}, and of a day or an hour likewise. */
    Found articles(ServerRequest request) {
        Matcher name = SPAN.matcher(request.path().pathParameters().get("span"));
        if (!name.matches() || (name.group(2) == null && name.group(3) != null)) {
            return Found.NOTHING;
        }
        Map<String, Object> span = new HashMap<>();
        try {
            String day = name.group(1) + (name.group(2) == null ? "-01" : name.group(2));
            String hour = name.group(3) == null ? "T00" : name.group(3);
            OffsetDateTime from = LocalDateTime.parse(day + hour + ":00").atOffset(ZoneOffset.UTC);
            OffsetDateTime until = name.group(2) == null
                    ? from.plusMonths(1)
                    : name.group(3) == null ? from.plusDays(1) : from.plusHours(1);
            span.put("from", from.toInstant().toString());
            span.put("until", until.toInstant().toString());
        } catch (DateTimeException noSuchDay) {
            return Found.NOTHING;
        }
        return shown(walk(request, "sitemap", "articles", span, 0, most).stream()
                .map(article -> new Place(article.text("url"), article.time("updatedAt")))
                .toList());
    }

    /** The front page, the sections in which something is published, and the page that lists them. */
    Found sections(ServerRequest request) {
        List<Place> places = new ArrayList<>(List.of(new Place(site.link("/"), null)));
        Paper.Told told = paper.ask(request, "sitemap-sections", Map.of()).about("sections");
        List<Data> sections = told.data().list("sections");
        if (sections.stream().anyMatch(section -> section.flag("news"))) {
            places.add(new Place(site.link("/sections"), null));
        }
        sections.forEach(section -> places.add(new Place(site.link("/section/" + section.text("slug")), null)));
        return shown(places);
    }

    /**
     * As many as a sitemap may hold, the oldest first; the further a sitemap, the longer the walk to where it begins.
     *
     * @param subject tag or author
     */
    Found names(ServerRequest request, String subject) {
        Optional<String> number =
                request.path().pathParameters().first("number").asOptional();
        Matcher name = NUMBER.matcher(number.orElse(""));
        if (number.isPresent() && !name.matches()) {
            return Found.NOTHING;
        }
        int before = number.isPresent() ? (Integer.parseInt(name.group(1)) - 1) * most : 0;
        String list = subject.equals("tag") ? "publishedTags" : "publishedAuthors";
        if (before > 0 && before >= count(request, list)) {
            return Found.NOTHING; // nobody makes us walk a long list for what is not there
        }
        return shown(walk(request, "sitemap-" + subject + "s", list, Map.of(), before, most).stream()
                .map(each -> new Place(site.link("/" + subject + "/" + each.text("slug")), null))
                .toList());
    }

    private int count(ServerRequest request, String list) {
        String now = clock.instant().toString();
        Map<String, Object> noSpans = Map.of("length", "MONTH", "names", true, "from", now, "until", now);
        return paper.ask(request, "sitemap-index", noSpans)
                .about(list)
                .data()
                .of(list)
                .number("totalCount");
    }

    /** What was published in the last two days and still holds, for Google News. */
    Found news(ServerRequest request) {
        Map<String, Object> since = Map.of("from", clock.instant().minus(NEWS).toString());
        List<Data> articles = walk(request, "sitemap-news", "articles", since, 0, MOST_NEWS).stream()
                .filter(article -> !article.flag("retracted"))
                .toList();
        return new Found.Shown(xml(Sitemap.news(site, articles)));
    }

    /** Reads a list page by page. @param before how many are left out at its beginning */
    private List<Data> walk(
            ServerRequest request, String document, String list, Map<String, Object> which, int before, int most) {
        List<Data> all = new ArrayList<>();
        int left = before;
        Map<String, Object> variables = new HashMap<>(which);
        boolean more = true;
        while (more && all.size() < most) {
            Data page =
                    paper.ask(request, document, variables).about(list).data().of(list);
            List<Data> nodes = page.list("nodes");
            all.addAll(nodes.subList(Math.min(left, nodes.size()), nodes.size()));
            left = Math.max(0, left - nodes.size());
            more = page.of("pageInfo").flag("hasNextPage");
            variables.put("after", page.of("pageInfo").text("endCursor"));
        }
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Found shown(List<Place> places) {
        return places.isEmpty() ? Found.NOTHING : new Found.Shown(xml(Sitemap.of(places)));
    }

    private static Page xml(String text) {
        return Page.document("application/xml", text, KEY);
    }

    /** Everybody may read, and nobody needs what is not for reading (RFC 9309). */
    Found robots(ServerRequest request) {
        String text = """
            User-agent: *
            Disallow: /search
            Disallow: /drafts/
            Disallow: /graphql
            Disallow: /graphiql
            Disallow: /outbox
            Disallow: /observe/

            Sitemap: %s
            Sitemap: %s
            """.formatted(site.link("/sitemap.xml"), site.link("/sitemaps/news.xml"));
        return new Found.Shown(Page.document("text/plain", text, Set.of("robots")));
    }
}
