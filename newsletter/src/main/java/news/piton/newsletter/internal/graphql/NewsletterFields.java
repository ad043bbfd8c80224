package news.piton.newsletter.internal.graphql;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.id.GlobalId;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import news.piton.newsletter.DeliveryView;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterPermissions;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.SubscriberView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.layout.IssueLayout;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterPage;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriberStore;
import org.jspecify.annotations.Nullable;

/** What can be read of newsletters, and by whom: readers see issues that were sent, and nothing of subscribers. */
public final class NewsletterFields {
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final HeadlineStore headlines;
    private final SubscriberStore subscribers;
    private final IssueLayout layout;
    private final Loader<Long, NewsletterView> newsletterLoader;
    private final Loader<Long, IssueView> issueLoader;
    private final Loader<Long, SubscriberView> subscriberLoader;
    private final Loader<NewsletterPage, Connection<IssueView>> issuePageLoader;
    private final Loader<NewsletterPage, Connection<SubscriberView>> subscriberPageLoader;
    private final Loader<Long, Integer> countLoader;
    private final Loader<Long, List<Headline>> headlineLoader;
    private final Loader<Long, ArticleView> articleLoader;
    private final Loader<Long, DeliveryView> deliveryLoader;

    public NewsletterFields(
            NewsletterStore newsletters,
            IssueStore issues,
            HeadlineStore headlines,
            DeliveryStore deliveries,
            SubscriberStore subscribers,
            Articles articles,
            IssueLayout layout) {
        this.newsletters = newsletters;
        this.issues = issues;
        this.headlines = headlines;
        this.subscribers = subscribers;
        this.layout = layout;
        this.newsletterLoader = new Loader<>("newsletter.newsletters", (ids, caller) -> newsletters.byId(ids));
        this.issueLoader = new Loader<>("newsletter.issues", this::visibleIssues);
        this.subscriberLoader = new Loader<>("newsletter.subscribers", this::visibleSubscribers);
        this.issuePageLoader =
                new Loader<>("newsletter.issue-pages", (pages, caller) -> issues.pages(pages, !sees(caller)));
        this.subscriberPageLoader = new Loader<>(
                "newsletter.subscriber-pages", (pages, caller) -> sees(caller) ? subscribers.pages(pages) : Map.of());
        this.countLoader = new Loader<>("newsletter.subscriber-counts", this::subscriberCounts);
        this.headlineLoader = new Loader<>("newsletter.headlines", this::headlines);
        this.articleLoader = new Loader<>("newsletter.articles", (ids, caller) -> articles.published(ids));
        this.deliveryLoader = new Loader<>("newsletter.deliveries", (ids, caller) -> deliveries.of(ids));
    }

    public void contribute(Contribution.Builder contribution) {
        contribution
                .query("newsletters", environment -> newsletters.all())
                .query(
                        "newsletter",
                        environment -> newsletters
                                .bySlug(environment.getArgumentOrDefault("slug", ""))
                                .orElse(null))
                .query("issue", this::issue)
                .node("Newsletter", newsletterLoader)
                .node("Issue", issueLoader)
                .node("Subscriber", subscriberLoader)
                .loader(issuePageLoader)
                .loader(subscriberPageLoader)
                .loader(countLoader)
                .loader(headlineLoader)
                .loader(articleLoader)
                .loader(deliveryLoader)
                .field("Newsletter", "issues", environment -> issuePageLoader.load(environment, page(environment)))
                .field(
                        "Newsletter",
                        "subscriberCount",
                        environment -> countLoader.load(
                                environment,
                                source(environment, NewsletterView.class).id()))
                .field(
                        "Newsletter",
                        "subscribers",
                        environment -> subscriberPageLoader.load(environment, page(environment)))
                .field(
                        "Issue",
                        "newsletter",
                        environment -> newsletterLoader.load(
                                environment,
                                source(environment, IssueView.class).newsletterId()))
                .field("Issue", "articles", this::articles)
                .field("Issue", "html", environment -> rendered(environment, layout::fragment))
                .field("Issue", "text", environment -> rendered(environment, layout::text))
                .field(
                        "Issue",
                        "delivery",
                        environment -> deliveryLoader.load(
                                environment,
                                source(environment, IssueView.class).id()));
    }

    private @Nullable Object issue(DataFetchingEnvironment environment) {
        OptionalLong id = GlobalId.number("Issue", environment.getArgumentOrDefault("id", ""));
        return id.isPresent() ? issueLoader.load(environment, id.getAsLong()) : null;
    }

    private CompletableFuture<List<ArticleView>> articles(DataFetchingEnvironment environment) {
        long id = source(environment, IssueView.class).id();
        return headlineLoader.load(environment, id).thenCompose(found -> {
            List<Long> ids = Objects.requireNonNullElse(found, List.<Headline>of()).stream()
                    .map(Headline::articleId)
                    .toList();
            return articleLoader
                    .loadMany(environment, ids)
                    .thenApply(views -> views.stream().filter(Objects::nonNull).toList());
        });
    }

    private CompletableFuture<String> rendered(
            DataFetchingEnvironment environment, Function<IssueContent, String> form) {
        IssueView issue = source(environment, IssueView.class);
        return newsletterLoader
                .load(environment, issue.newsletterId())
                .thenCombine(
                        headlineLoader.load(environment, issue.id()),
                        (newsletter, found) -> form.apply(new IssueContent(
                                Objects.requireNonNull(newsletter),
                                issue,
                                Objects.requireNonNullElse(found, List.of()))));
    }

    private Map<Long, List<Headline>> headlines(Set<Long> ids, Caller caller) {
        return headlines.of(ids);
    }

    private Map<Long, IssueView> visibleIssues(Set<Long> ids, Caller caller) {
        return issues.byId(ids).values().stream()
                .filter(issue -> issue.status() == IssueStatus.SENT || sees(caller))
                .collect(toMap(IssueView::id, identity()));
    }

    private Map<Long, SubscriberView> visibleSubscribers(Set<Long> ids, Caller caller) {
        return sees(caller) ? subscribers.byId(ids) : Map.of();
    }

    private Map<Long, Integer> subscriberCounts(Set<Long> ids, Caller caller) {
        Map<Long, Integer> counts = new HashMap<>(ids.stream().collect(toMap(identity(), id -> 0)));
        counts.putAll(subscribers.counts(ids));
        return counts;
    }

    private static NewsletterPage page(DataFetchingEnvironment environment) {
        return new NewsletterPage(source(environment, NewsletterView.class).id(), Pages.of(environment));
    }

    private static boolean sees(Caller caller) {
        return caller.may(NewsletterPermissions.MANAGE_NEWSLETTERS);
    }

    private static <T> T source(DataFetchingEnvironment environment, Class<T> type) {
        return type.cast(Objects.requireNonNull((Object) environment.getSource()));
    }
}
