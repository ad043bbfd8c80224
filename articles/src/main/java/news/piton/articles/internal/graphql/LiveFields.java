package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.LiveEntryPosted;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.LiveWording;
import news.piton.articles.internal.store.LiveWordings;
import news.piton.articles.internal.store.Sight;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Live blogs, and their entries as they come. */
public final class LiveFields {
    private final LiveStore live;
    private final LiveWordings past;
    private final Loader<ArticleLoaders.Key, LiveBlog> blogs;
    private final Loader<LiveStore.Request, Connection<LiveEntry>> entries;
    private final Loader<Version, List<LiveWording>> wordings;

    public LiveFields(LiveStore live, LiveWordings past) {
        this.live = live;
        this.past = past;
        this.blogs = new Loader<>("articles.live-blogs", (keys, caller) -> blogs(keys));
        this.entries = new Loader<>("articles.entries-of-live-blogs", (keys, caller) -> live.pages(keys));
        this.wordings = new Loader<>("articles.wordings-of-live-entries", (keys, caller) -> wordings(keys));
    }

    /** An entry as it is now; the version lets a change within an operation be seen. */
    private record Version(long entry, int version) {}

    public void contribute(Contribution.Builder to) {
        to.field("Article", "liveBlog", this::liveBlog)
                .field("LiveBlog", "entries", environment -> entries(environment, false))
                .field("LiveBlog", "removedEntries", environment -> entries(environment, true))
                .field("LiveEntry", "earlierWordings", this::wordings)
                .subscription("liveEntryPosted", LiveEntryPosted.TYPE, this::posted)
                .loader(blogs)
                .loader(entries)
                .loader(wordings)
                .node(
                        "LiveEntry",
                        new Loader<>(
                                "articles.live-entries", (ids, caller) -> live.entries(ids, LookAhead.sight(caller))));
    }

    /** As an article's text: nobody's who may know of the article but not read it. */
    private @Nullable Object liveBlog(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        boolean readable =
                article.status() == ArticleStatus.PUBLISHED || LookAhead.sight(Caller.of(environment)) == Sight.STAFF;
        return readable && !Along.lacksLiveBlog(environment, article)
                ? blogs.load(environment, ArticleLoaders.Key.of(article))
                : null;
    }

    private Map<ArticleLoaders.Key, LiveBlog> blogs(Set<ArticleLoaders.Key> keys) {
        Map<Long, LiveBlog> found =
                live.ofArticles(keys.stream().map(ArticleLoaders.Key::article).collect(Collectors.toSet()));
        return keys.stream()
                .filter(key -> found.containsKey(key.article()))
                .collect(Collectors.toMap(key -> key, key -> found.get(key.article())));
    }

    private Object entries(DataFetchingEnvironment environment, boolean removed) {
        boolean oldestFirst =
                String.valueOf(environment.<Object>getArgument("order")).equals("OLDEST_FIRST");
        return entries.load(
                environment,
                new LiveStore.Request(
                        LookAhead.<LiveBlog>source(environment).articleId(),
                        Pages.of(environment),
                        oldestFirst,
                        removed,
                        Selected.under(environment).has("totalCount")));
    }

    private Object wordings(DataFetchingEnvironment environment) {
        LiveEntry entry = LookAhead.source(environment);
        return wordings.load(environment, new Version(entry.id(), entry.version()));
    }

    private Map<Version, List<LiveWording>> wordings(Set<Version> keys) {
        Map<Long, List<LiveWording>> found =
                past.of(keys.stream().map(Version::entry).collect(Collectors.toSet()));
        return keys.stream().collect(Collectors.toMap(key -> key, key -> found.getOrDefault(key.entry, List.of())));
    }

    private @Nullable Object posted(LiveEntryPosted event, Map<String, Object> arguments, Caller caller) {
        return Edits.number("Article", String.valueOf(arguments.get("articleId"))) == event.articleId()
                ? live.entries(Set.of(event.entryId()), Sight.READER).get(event.entryId())
                : null;
    }
}
