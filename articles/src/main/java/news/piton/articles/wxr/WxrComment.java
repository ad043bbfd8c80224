package news.piton.articles.wxr;

/**
 * A comment below an item.
 *
 * @param date when it was written
 * @param content as it was stored, HTML with line breaks
 * @param approved {@code 1} shown, {@code 0} waiting, or {@code spam}, {@code trash}, {@code post-trashed}
 * @param type {@code comment} or empty for what a person wrote; {@code pingback}, {@code trackback}, or what a plugin made up
 * @param parent the comment that this one answers, or 0
 * @param user the account of whoever wrote it, or 0 for a visitor
 */
public record WxrComment(
        long id,
        String author,
        String email,
        String url,
        WxrDate date,
        String content,
        String approved,
        String type,
        long parent,
        long user) {

    static WxrComment of(WxrFields fields) {
        return new WxrComment(
                fields.number("wp:comment_id"),
                fields.text("wp:comment_author"),
                fields.text("wp:comment_author_email"),
                fields.text("wp:comment_author_url"),
                WxrDate.of(fields.text("wp:comment_date_gmt"), fields.text("wp:comment_date"), ""),
                fields.text("wp:comment_content"),
                fields.text("wp:comment_approved"),
                fields.text("wp:comment_type"),
                fields.number("wp:comment_parent"),
                fields.number("wp:comment_user_id"));
    }
}
