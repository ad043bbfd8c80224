package news.piton.articles.wxr;

/**
 * A category, a tag, or a term of another taxonomy.
 *
 * @param taxonomy {@code category}, {@code post_tag}, {@code nav_menu}, or what a theme or plugin made up
 * @param id 0 when the file does not say
 * @param parent the slug of the term above, or empty
 */
public record WxrTerm(String taxonomy, long id, String slug, String parent, String name, String description)
        implements WxrRecord {
    public static final String CATEGORY = "category";
    public static final String TAG = "post_tag";

    static WxrTerm category(WxrFields fields) {
        return new WxrTerm(
                CATEGORY,
                fields.number("wp:term_id"),
                fields.text("wp:category_nicename"),
                fields.text("wp:category_parent"),
                fields.text("wp:cat_name"),
                fields.text("wp:category_description"));
    }

    static WxrTerm tag(WxrFields fields) {
        return new WxrTerm(
                TAG,
                fields.number("wp:term_id"),
                fields.text("wp:tag_slug"),
                "",
                fields.text("wp:tag_name"),
                fields.text("wp:tag_description"));
    }

    static WxrTerm term(WxrFields fields) {
        return new WxrTerm(
                fields.text("wp:term_taxonomy"),
                fields.number("wp:term_id"),
                fields.text("wp:term_slug"),
                fields.text("wp:term_parent"),
                fields.text("wp:term_name"),
                fields.text("wp:term_description"));
    }
}
