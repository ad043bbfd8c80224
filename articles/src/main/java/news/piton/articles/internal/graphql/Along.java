package news.piton.articles.internal.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.CorrectionView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.BodyParts;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.ReadArticle;
import org.jspecify.annotations.Nullable;

/**
 * What was read along with the articles of a field, because the operation will ask for it. The fields below find it in
 * graphql-java's local context, at hand and without a batch; an article that is not in here has its loaders.
 */
record Along(
        Wanted wanted,
        Map<Long, Body> bodies,
        @Nullable Map<Long, List<TagView>> tags,
        @Nullable Map<Long, List<AuthorView>> authors,
        @Nullable Map<Long, List<CorrectionView>> corrections,
        Set<Long> liveBlogs,
        Map<Long, Integer> versions) {

    /** What to read along. */
    record Wanted(ArticleParts article, boolean tags, boolean authors, boolean corrections) {
        static final Wanted NOTHING = new Wanted(ArticleParts.FEWEST, false, false, false);

        Wanted and(Wanted other) {
            return new Wanted(
                    article.and(other.article),
                    tags || other.tags,
                    authors || other.authors,
                    corrections || other.corrections);
        }
    }

    /** Reads what is wanted of some articles, which have their bodies already: a statement each for tags, authors, and corrections if there are any. */
    static Along with(Collection<ReadArticle> articles, Wanted wanted, ArticleReads reads, CorrectionStore corrected) {
        Map<Long, Body> bodies = new HashMap<>();
        Map<Long, Integer> versions = new HashMap<>();
        Set<Long> liveBlogs = new HashSet<>();
        Set<Long> correctable = new HashSet<>();
        for (ReadArticle article : articles) {
            versions.put(article.view().id(), article.view().version());
            if (article.body() != null) {
                bodies.put(article.view().id(), article.body());
            }
            if (article.liveBlog()) {
                liveBlogs.add(article.view().id());
            }
            if (article.corrected()) {
                correctable.add(article.view().id());
            }
        }
        Set<Long> ids = versions.keySet();
        return new Along(
                wanted,
                bodies,
                wanted.tags() ? known(ids, ids.isEmpty() ? Map.of() : reads.tags(ids)) : null,
                wanted.authors() ? known(ids, ids.isEmpty() ? Map.of() : reads.authors(ids)) : null,
                wanted.corrections()
                        ? known(ids, correctable.isEmpty() ? Map.of() : corrected.ofArticles(correctable))
                        : null,
                liveBlogs,
                versions);
    }

    private static <T> Map<Long, List<T>> known(Set<Long> ids, Map<Long, List<T>> found) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, List.of())));
    }

    <T> DataFetcherResult<T> under(T data) {
        return DataFetcherResult.<T>newResult().data(data).localContext(this).build();
    }

    static @Nullable Body body(DataFetchingEnvironment environment, ArticleView article, BodyParts parts) {
        Along along = of(environment, article);
        return along != null && along.holds(parts) ? along.bodies.get(article.id()) : null;
    }

    static @Nullable List<TagView> tags(DataFetchingEnvironment environment, ArticleView article) {
        Along along = of(environment, article);
        return along == null || along.tags == null ? null : along.tags.get(article.id());
    }

    static @Nullable List<AuthorView> authors(DataFetchingEnvironment environment, ArticleView article) {
        Along along = of(environment, article);
        return along == null || along.authors == null ? null : along.authors.get(article.id());
    }

    static @Nullable List<CorrectionView> corrections(DataFetchingEnvironment environment, ArticleView article) {
        Along along = of(environment, article);
        return along == null || along.corrections == null ? null : along.corrections.get(article.id());
    }

    /** Whether it is known to have no live blog. */
    static boolean lacksLiveBlog(DataFetchingEnvironment environment, ArticleView article) {
        Along along = of(environment, article);
        return along != null && !along.liveBlogs.contains(article.id());
    }

    private boolean holds(BodyParts parts) {
        BodyParts read = wanted.article.body();
        return read.and(parts).equals(read);
    }

    /** Null too when the article has been edited since, within the same operation. */
    private static @Nullable Along of(DataFetchingEnvironment environment, ArticleView article) {
        return environment.getLocalContext() instanceof Along along
                        && Integer.valueOf(article.version()).equals(along.versions.get(article.id()))
                ? along
                : null;
    }
}
