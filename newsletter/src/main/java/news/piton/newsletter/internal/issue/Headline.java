package news.piton.newsletter.internal.issue;

/**
 * What an issue tells of one article, as it was when the issue was composed.
 *
 * @param summary the article's standfirst or how its text begins; may be empty
 * @param url its permalink
 */
public record Headline(long articleId, String section, String headline, String summary, String url) {}
