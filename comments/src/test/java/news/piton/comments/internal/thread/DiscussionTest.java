package news.piton.comments.internal.thread;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.SectionView;
import org.junit.jupiter.api.Test;

class DiscussionTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-01T08:00:00Z");
    private final Discussion discussion = Discussion.untouched(1);

    private static ArticleView article(ArticleStatus status) {
        return new ArticleView(
                1,
                "rain",
                URI.create("https://herald.example/rain"),
                "Rain",
                null,
                status,
                PUBLISHED,
                PUBLISHED,
                1,
                new SectionView(2, "news", "News", 1),
                null,
                null,
                false,
                false);
    }

    private static Instant daysLater(int days) {
        return PUBLISHED.plus(days, ChronoUnit.DAYS);
    }

    @Test
    void stays_open_for_ever_unless_told_otherwise() {
        assertTrue(discussion.isOpen(article(ArticleStatus.PUBLISHED), daysLater(10_000), 0));
    }

    @Test
    void closes_so_many_days_after_publication() {
        assertTrue(discussion.isOpen(
                article(ArticleStatus.PUBLISHED), daysLater(14).minusMillis(1), 14));
        assertFalse(discussion.isOpen(article(ArticleStatus.PUBLISHED), daysLater(14), 14));
    }

    @Test
    void is_closed_under_an_article_that_nobody_can_read() {
        assertFalse(discussion.isOpen(article(ArticleStatus.UNPUBLISHED), daysLater(1), 0));
    }

    @Test
    void is_closed_when_moderators_say_so() {
        assertFalse(new Discussion(1, false, 0).isOpen(article(ArticleStatus.PUBLISHED), daysLater(1), 0));
    }
}
