package news.piton.newsletter.internal.composing;

import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterStore;

/**
 * An article that readers may no longer see, or that the paper has retracted, vanishes from every issue: from drafts, from mail
 * still to go out, from the web.
 * The subject may have been its headline, so that it is made anew of what is left.
 */
public final class WithdrawArticle {
    private final Articles articles;
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final HeadlineStore headlines;

    public WithdrawArticle(Articles articles, NewsletterStore newsletters, IssueStore issues, HeadlineStore headlines) {
        this.articles = articles;
        this.newsletters = newsletters;
        this.issues = issues;
        this.headlines = headlines;
    }

    /** To be called when this may have happened to an article; an article that is still news stays. */
    public void reconsider(long articleId) {
        if (articles.published(articleId).filter(ArticleView::tellable).isEmpty()) {
            List<IssueView> told = headlines.issuesWith(articleId).stream()
                    .flatMap(id -> issues.lock(id).stream())
                    .toList();
            headlines.withdraw(articleId);
            told.forEach(issue -> issues.entitle(issue.id(), subject(issue)));
        }
    }

    private Subject subject(IssueView issue) {
        List<Headline> left = headlines.of(issue.id());
        return left.isEmpty()
                ? new Subject(newsletters.get(issue.newsletterId()).title())
                : Subject.of(left);
    }
}
