package news.piton.articles.wxr;

/**
 * The keys of custom fields that mean something to Piton. Those of its own tell what WordPress has no place for; WordPress takes
 * them in and writes them out again.
 */
public final class WxrKeys {
    /** The number of an item's main picture. */
    public static final String THUMBNAIL = "_thumbnail_id";
    /** What a picture shows. */
    public static final String ALT = "_wp_attachment_image_alt";
    /** A picture's size, in PHP's serialisation. */
    public static final String METADATA = "_wp_attachment_metadata";
    /** A slug that an item had before; comes more than once. */
    public static final String OLD_SLUG = "_wp_old_slug";

    /** The name of the source. */
    public static final String SOURCE = "_piton_source";
    /** As in GraphQL. */
    public static final String SOURCE_KIND = "_piton_source_kind";

    public static final String SOURCE_URL = "_piton_source_url";
    /** When a published article is to be taken back, ISO 8601. */
    public static final String UNTIL = "_piton_until";
    /** Why an article was taken back. */
    public static final String UNPUBLISHED = "_piton_unpublished";
    /** Until when nobody may publish it, ISO 8601. */
    public static final String EMBARGO = "_piton_embargo";
    /** Since when the editors have put forward an item that is sticky, ISO 8601. */
    public static final String FEATURED = "_piton_featured";
    /** A notice on an article: its kind as in GraphQL, the time, ISO 8601, and the text, with a space between; comes more than once. */
    public static final String CORRECTION = "_piton_correction";
    /** When a live blog began and, once it is closed, when it ended: ISO 8601, with a space between. */
    public static final String LIVE = "_piton_live";
    /** Of an entry of a live blog: its anchor in the text, the time, ISO 8601, and who posted it, with a space between; comes more than once. */
    public static final String LIVE_ENTRY = "_piton_live_entry";
    /** An old address that leads to the article; comes more than once. */
    public static final String ADDRESS = "_piton_address";
    /** Whom a picture is owed to. */
    public static final String CREDIT = "_piton_credit";

    private WxrKeys() {}
}
