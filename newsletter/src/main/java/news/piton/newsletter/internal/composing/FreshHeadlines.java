package news.piton.newsletter.internal.composing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.IssueStore.Span;

/**
 * What there is to tell: everything published lately that no issue of the newsletter has told, whenever it came in. An article
 * may be dated back, be committed late, or not have fitted into the last issue: it is told by the next one.
 */
final class FreshHeadlines {
    private static final Duration FIRST_ISSUE = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 30;
    /** How many articles of the week are looked at. */
    private static final int CANDIDATES = 1_000;

    private static final int SUMMARY = 220;
    private final Articles articles;
    private final IssueStore issues;
    private final HeadlineStore headlines;

    FreshHeadlines(Articles articles, IssueStore issues, HeadlineStore headlines) {
        this.articles = articles;
        this.issues = issues;
        this.headlines = headlines;
    }

    /** The last week up to now, but nothing from before the first issue began to tell; a day when there was none. */
    Span span(long newsletterId, Instant now) {
        Instant from = issues.coveredFrom(newsletterId)
                .map(first -> first.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : first)
                .orElseGet(() -> now.minus(FIRST_ISSUE));
        return new Span(from, now);
    }

    /** Newest first, {@value #MOST} at the most. */
    List<Headline> in(long newsletterId, Span span) {
        List<ArticleView> published = articles.publishedBetween(span.from(), span.to(), CANDIDATES);
        Set<Long> told = headlines.told(
                newsletterId, published.stream().map(ArticleView::id).toList());
        List<ArticleView> fresh = published.stream()
                .filter(article -> !told.contains(article.id()))
                .limit(MOST)
                .toList();
        Map<Long, String> openings = articles.excerpts(
                fresh.stream()
                        .filter(article -> standfirst(article).isEmpty())
                        .map(ArticleView::id)
                        .collect(Collectors.toSet()),
                SUMMARY);
        return fresh.stream().map(article -> headline(article, openings)).toList();
    }

    private static Headline headline(ArticleView article, Map<Long, String> openings) {
        String standfirst = standfirst(article);
        return new Headline(
                article.id(),
                article.section().name(),
                article.headline(),
                standfirst.isEmpty() ? openings.getOrDefault(article.id(), "") : standfirst,
                article.url().toString());
    }

    private static String standfirst(ArticleView article) {
        String standfirst = article.standfirst();
        return standfirst == null ? "" : standfirst.strip();
    }
}
