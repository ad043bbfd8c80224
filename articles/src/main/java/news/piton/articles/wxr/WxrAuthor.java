package news.piton.articles.wxr;

/**
 * An account that wrote something. Items name it by {@code login}; readers know it by {@code displayName}.
 *
 * @param description about the person, plain text; WordPress exports none, a Piton does
 */
public record WxrAuthor(
        String login, String email, String displayName, String firstName, String lastName, String description)
        implements WxrRecord {

    static WxrAuthor of(WxrFields fields) {
        return new WxrAuthor(
                fields.text("wp:author_login"),
                fields.text("wp:author_email"),
                fields.text("wp:author_display_name"),
                fields.text("wp:author_first_name"),
                fields.text("wp:author_last_name"),
                fields.text("wp:author_description"));
    }
}
