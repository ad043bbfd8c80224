package news.piton.articles.internal.graphql;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleUnpublished;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.TagView;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.Sight;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Tells what is gone, from everywhere or from some lists, so that whoever keeps a copy of a list can drop it. */
public final class UnpublishedFields {
    private final ArticleReads reads;
    private final CatalogueStore catalogue;
    private final SectionTree sections;
    private final InstantSource clock;

    public UnpublishedFields(ArticleReads reads, CatalogueStore catalogue, SectionTree sections, InstantSource clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.sections = sections;
        this.clock = clock;
    }

    record UnpublishedArticle(String articleId, SectionView section, List<TagView> tags, List<AuthorView> authors) {}

    record MovedArticle(
            String articleId, @Nullable SectionView section, List<TagView> tags, List<AuthorView> authors) {}

    public void contribute(Contribution.Builder to) {
        to.subscription(
                        "articleUnpublished",
                        ArticleUnpublished.TYPE,
                        (event, arguments, caller) -> gone(event.articleId(), arguments.get("section")))
                .subscription("articleMoved", ArticleUpdated.TYPE, (event, arguments, caller) -> moved(event));
    }

    /** Null for a change that lets it stay everywhere. */
    private @Nullable MovedArticle moved(ArticleUpdated event) {
        ArticleUpdated.Left left = event.left();
        if (left.equals(ArticleUpdated.Left.NOTHING)) {
            return null;
        }
        Long section = left.section();
        return new MovedArticle(
                GlobalId.encode("Article", event.articleId()),
                section == null ? null : catalogue.sections(Set.of(section)).get(section),
                tags(Set.copyOf(left.tags())),
                authors(Set.copyOf(left.authors())));
    }

    /** Null when it has been published again since. */
    private @Nullable UnpublishedArticle gone(long id, @Nullable Object section) {
        ArticleView article = reads.byIds(Set.of(id), Sight.STAFF).get(id);
        if (article == null || article.status() == ArticleStatus.PUBLISHED) {
            return null;
        }
        return section == null || sections.holds(section.toString(), article.section()) ? where(article) : null;
    }

    private UnpublishedArticle where(ArticleView article) {
        Set<Long> tags = ids(reads.tags(Set.of(article.id())), TagView::id);
        Set<Long> authors = ids(reads.authors(Set.of(article.id())), AuthorView::id);
        return new UnpublishedArticle(
                GlobalId.encode("Article", article.id()), article.section(), tags(tags), authors(authors));
    }

    private List<TagView> tags(Set<Long> ids) {
        return List.copyOf(catalogue.tags(ids, Sight.READER, clock.instant()).values());
    }

    private List<AuthorView> authors(Set<Long> ids) {
        return List.copyOf(catalogue.authors(ids, Sight.READER, clock.instant()).values());
    }

    private static <T> Set<Long> ids(Map<Long, List<T>> found, Function<T, Long> id) {
        return found.values().stream().flatMap(Collection::stream).map(id).collect(Collectors.toSet());
    }
}
