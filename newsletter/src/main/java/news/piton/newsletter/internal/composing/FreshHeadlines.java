package news.piton.newsletter.internal.composing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.IssueStore.Span;

/** What there is to tell: everything published since the newsletter's last issue, which nobody has been told yet. */
final class FreshHeadlines {
    private static final Duration FIRST_ISSUE = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 30;
    private static final int SUMMARY = 220;
    private final Articles articles;
    private final IssueStore issues;

    FreshHeadlines(Articles articles, IssueStore issues) {
        this.articles = articles;
        this.issues = issues;
    }

    /** From where the last issue ended up to now, a week at the most; a day when there was none. */
    Span span(long newsletterId, Instant now) {
        Instant from = issues.coveredUntil(newsletterId)
                .map(end -> end.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : end)
                .orElseGet(() -> now.minus(FIRST_ISSUE));
        return new Span(from, now);
    }

    /** Newest first, {@value #MOST} at the most. */
    List<Headline> in(Span span) {
        List<Headline> headlines = new ArrayList<>();
        for (ArticleView article : articles.publishedBetween(span.from(), span.to(), MOST)) {
            headlines.add(new Headline(
                    article.id(),
                    article.section().name(),
                    article.headline(),
                    summary(article),
                    article.url().toString()));
        }
        return headlines;
    }

    private String summary(ArticleView article) {
        String standfirst = article.standfirst();
        if (standfirst != null && !standfirst.isBlank()) {
            return standfirst.strip();
        }
        return articles.excerpt(article.id(), SUMMARY).orElse("");
    }
}
