package news.piton.articles.internal.checks;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.body.Pointers;
import news.piton.articles.internal.body.Pointers.Pointer;
import news.piton.articles.internal.checks.PublishCheck.Code;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CheckReads;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.articles.internal.store.EmbargoStore.Plans;
import news.piton.articles.internal.store.Sight;
import org.jspecify.annotations.Nullable;

/** Checks articles before they are published; as many statements for a page of them as for one. */
public final class CheckList {
    /** Longer ones search engines cut: Google's guide to NewsArticle structured data named 110 characters. */
    static final int HEADLINE = 110;

    private static final PublishCheck PENDING = PublishCheck.advice(
            Code.PENDING_REVISION,
            "A revision waits for approval, and is not what readers get. Approve or discard it first.",
            "pendingRevision");

    private final ArticleReads articles;
    private final CatalogueStore catalogue;
    private final EmbargoStore embargoes;
    private final CheckReads reads;
    private final Permalinks permalinks;
    private final PictureChecks pictures;
    private final InstantSource clock;
    private final ZoneId zone;

    public CheckList(
            ArticleReads articles,
            CatalogueStore catalogue,
            EmbargoStore embargoes,
            CheckReads reads,
            Permalinks permalinks,
            InstantSource clock,
            ZoneId zone) {
        this.articles = articles;
        this.catalogue = catalogue;
        this.embargoes = embargoes;
        this.reads = reads;
        this.permalinks = permalinks;
        this.pictures = new PictureChecks(permalinks);
        this.clock = clock;
        this.zone = zone;
    }

    /** @param at when it is to be published; null for its schedule, or for now */
    public record Request(long article, @Nullable Instant at) {}

    /** One article with all that is looked at, and when readers get it. */
    private record Copy(
            ArticleView view,
            Body body,
            List<TagView> tags,
            List<AuthorView> authors,
            List<Pointer> pointers,
            Instant dated,
            Instant opens) {}

    public List<PublishCheck> of(Request request) {
        return of(Set.of(request)).getOrDefault(request, List.of());
    }

    /** Articles that do not exist are left out. */
    public Map<Request, List<PublishCheck>> of(Collection<Request> requests) {
        Moment now = new Moment(clock.instant(), zone);
        Map<Request, Copy> copies = copies(requests, now.now());
        if (copies.isEmpty()) {
            return Map.of();
        }
        Set<Long> ids = copies.values().stream().map(copy -> copy.view.id()).collect(Collectors.toSet());
        Map<Long, Plans> plans = embargoes.plans(ids);
        Set<Long> alone = reads.alone(ids, now.now());
        Set<Long> waiting = reads.waiting(ids);
        Agencies agencies = new Agencies(catalogue.agencies());
        Paths paths = new Paths(reads, paths(copies.values()));
        Map<Request, List<PublishCheck>> lists = new HashMap<>();
        copies.forEach((request, copy) -> lists.put(
                request,
                Stream.of(
                                embargo(copy, plans.get(copy.view.id()), now),
                                waiting.contains(copy.view.id()) ? List.of(PENDING) : List.<PublishCheck>of(),
                                text(copy),
                                pictures.of(copy.view.image(), copy.pointers),
                                origin(copy, agencies),
                                place(copy, paths, alone.contains(copy.view.id())),
                                links(copy, paths))
                        .flatMap(List::stream)
                        .toList()));
        return lists;
    }

    private Map<Request, Copy> copies(Collection<Request> requests, Instant now) {
        Set<Long> ids = requests.stream().map(Request::article).collect(Collectors.toSet());
        Map<Long, ArticleView> views = articles.byIds(ids, Sight.STAFF);
        if (views.isEmpty()) {
            return Map.of();
        }
        Map<Long, Body> bodies = articles.bodies(ids);
        Map<Long, List<TagView>> tags = articles.tags(ids);
        Map<Long, List<AuthorView>> authors = articles.authors(ids);
        Map<Request, Copy> copies = new HashMap<>();
        for (Request request : requests) {
            long id = request.article;
            ArticleView view = views.get(id);
            if (view != null) {
                Body body = bodies.getOrDefault(id, Body.NONE);
                Instant dated = dated(view, request.at, now);
                copies.put(
                        request,
                        new Copy(
                                view,
                                body,
                                tags.getOrDefault(id, List.of()),
                                authors.getOrDefault(id, List.of()),
                                Pointers.of(body),
                                dated,
                                opens(view, request.at, now)));
            }
        }
        return copies;
    }

    /** What its permalink will be dated by: an article that had been published before keeps its date. */
    private static Instant dated(ArticleView view, @Nullable Instant at, Instant now) {
        if (at != null) {
            return at;
        }
        Instant published = view.publishedAt();
        return published == null ? now : published;
    }

    private static Instant opens(ArticleView view, @Nullable Instant at, Instant now) {
        Instant planned = at == null && view.status() == ArticleStatus.SCHEDULED ? view.publishedAt() : at;
        return planned == null || planned.isBefore(now) ? now : planned;
    }

    private Set<String> paths(Collection<Copy> copies) {
        Set<String> paths = new HashSet<>();
        for (Copy copy : copies) {
            String page = permalink(copy);
            paths.add(page);
            copy.pointers.stream()
                    .flatMap(pointer -> Stream.ofNullable(permalinks.own(pointer.address(), page)))
                    .forEach(paths::add);
        }
        return paths;
    }

    private String permalink(Copy copy) {
        return permalinks.path(copy.view.id(), copy.view.slug(), copy.dated);
    }

    private static List<PublishCheck> embargo(Copy copy, @Nullable Plans plans, Moment now) {
        Instant end = plans == null ? null : plans.embargoUntil();
        return end == null || !copy.opens.isBefore(end) || copy.view.status() == ArticleStatus.PUBLISHED
                ? List.of()
                : List.of(PublishCheck.blocking(
                        Code.EMBARGOED,
                        "This article is under embargo until " + now.say(end)
                                + ". Nobody can publish it earlier; schedule it with an `at` of " + end + " or later.",
                        "embargoUntil"));
    }

    private static List<PublishCheck> text(Copy copy) {
        List<PublishCheck> found = new ArrayList<>();
        if (copy.body.isEmpty()) {
            found.add(PublishCheck.blocking(
                    Code.BLANK, "This article has no text yet; write some before it is published.", "body"));
        }
        int length = copy.view.headline().codePointCount(0, copy.view.headline().length());
        if (length > HEADLINE) {
            found.add(PublishCheck.advice(
                    Code.LONG_HEADLINE,
                    "The headline has " + length + " characters; search engines show at most " + HEADLINE + ".",
                    "headline"));
        }
        if (copy.view.standfirst() == null) {
            found.add(PublishCheck.advice(
                    Code.NO_STANDFIRST,
                    "There is no standfirst; lists, shared links and search engines show one under the headline.",
                    "standfirst"));
        }
        if (copy.tags.isEmpty()) {
            found.add(PublishCheck.advice(
                    Code.NO_TAGS, "There are no tags, by which readers find what belongs together.", "tags"));
        }
        return found;
    }

    private static List<PublishCheck> origin(Copy copy, Agencies agencies) {
        if (copy.view.source() != null) {
            return List.of();
        }
        return agencies.of(copy.authors, copy.body.text())
                .map(agency -> List.of(PublishCheck.blocking(
                        Code.NO_SOURCE, "This is copy of " + agency + "; name it as the `source`.", "source")))
                .orElseGet(() -> copy.authors.isEmpty()
                        ? List.of(PublishCheck.advice(
                                Code.NO_SOURCE,
                                "There is neither an author nor a source; if it was sent in, name who sent it.",
                                "source"))
                        : List.of());
    }

    private List<PublishCheck> place(Copy copy, Paths paths, boolean alone) {
        List<PublishCheck> found = new ArrayList<>();
        String path = permalink(copy);
        if (paths.taken(path, copy.view.id())) {
            found.add(PublishCheck.advice(
                    Code.SLUG_TAKEN,
                    "Another article was found at " + path + " before; its old links would lead to this one. Choose"
                            + " another slug.",
                    "slug"));
        }
        if (alone) {
            found.add(PublishCheck.advice(
                    Code.EMPTY_SECTION,
                    "The section " + copy.view.section().name() + " is empty: readers find nothing in it but this"
                            + " article.",
                    "section"));
        }
        return found;
    }

    private List<PublishCheck> links(Copy copy, Paths paths) {
        String page = permalink(copy);
        return copy.pointers.stream()
                .filter(pointer -> {
                    String path = permalinks.own(pointer.address(), page);
                    return path != null && paths.dead(path, copy.view.id(), copy.opens);
                })
                .map(pointer -> PublishCheck.inBody(
                        Code.DEAD_LINK,
                        (pointer.picture() ? "The picture " : "The link to ") + pointer.address()
                                + " leads to nothing that readers will find when this article is published.",
                        pointer.block()))
                .toList();
    }
}
