package news.piton.sharing.internal.layout;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Objects;
import news.piton.articles.ArticleView;
import news.piton.core.site.Site;
import news.piton.sharing.internal.pages.JtefriendMailGenerated;
import news.piton.sharing.internal.pages.JtenoticeGenerated;

/** What a mail to a friend looks like, and the page behind its link. All words are ours but the name and the article's own. */
public final class FriendLayout {
    /** In jte's templates null stands for "nothing intercepts the output". */
    @SuppressWarnings("NullAway")
    private static final HtmlInterceptor NONE = null;

    private final Site site;

    public FriendLayout(Site site) {
        this.site = site;
    }

    /**
     * What a friend is to read.
     *
     * @param link leads to the article
     * @param stop leads to the page on which to say never again
     */
    public record Recommendation(String senderName, ArticleView article, String link, String stop) {
        String standfirst() {
            return Objects.requireNonNullElse(article.standfirst(), "");
        }
    }

    /** The same for every mail, so that nothing foreign stands in a header. */
    public String subject() {
        return "A reader of " + site.name() + " recommends an article to you";
    }

    public String mailHtml(Recommendation recommendation) {
        StringOutput output = new StringOutput();
        JtefriendMailGenerated.render(
                new OwaspHtmlTemplateOutput(output),
                NONE,
                site,
                subject(),
                recommendation.senderName(),
                recommendation.article().headline(),
                recommendation.standfirst(),
                recommendation.link(),
                recommendation.stop());
        return output.toString();
    }

    public String mailText(Recommendation recommendation) {
        return """
            %s thought you might like to read this article of %s:

            %s
            %s
            %s

            --
            Somebody entered this name and your address on our site; we keep neither.
            If you never want such a mail again:
            %s
            """.formatted(
                        recommendation.senderName(),
                        site.name(),
                        recommendation.article().headline(),
                        recommendation.standfirst(),
                        recommendation.link(),
                        recommendation.stop());
    }

    /** A page with a button that asks us to stop, or, without a token, one that only tells. */
    public String page(String title, String text, String token) {
        StringOutput output = new StringOutput();
        JtenoticeGenerated.render(new OwaspHtmlTemplateOutput(output), NONE, site, title, text, token);
        return output.toString();
    }
}
