package news.piton.articles.wxr;

/**
 * The site that was exported.
 *
 * @param version of the format, for example {@code 1.2}; empty when the file does not say
 * @param address where the blog had its front page, as the file writes it; empty when it does not say
 * @param generator the program that wrote the file, as its address; empty when the file does not say
 */
public record WxrSite(
        String title, String description, String language, String version, String address, String generator)
        implements WxrRecord {
    /** Begins the address of the program that writes such a file. */
    public static final String PITON = "https://piton.news/";

    static WxrSite of(WxrFields fields) {
        String blog = fields.text("wp:base_blog_url");
        return new WxrSite(
                fields.text("title"),
                fields.text("description"),
                fields.text("language"),
                fields.text("wp:wxr_version"),
                blog.isEmpty() ? fields.text("link") : blog,
                fields.text("generator"));
    }

    /** Whether another Piton wrote the file, which then tells more than WordPress can. */
    public boolean fromPiton() {
        return generator.startsWith(PITON);
    }

    /**
     * A name for this site that does not change between two exports of it: the address without scheme, {@code www.}, trailing
     * slash and capitals. WordPress numbers its posts per site, so that only this and the number together identify one.
     */
    public String origin() {
        return address.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("(?<!/)/++$", "");
    }
}
