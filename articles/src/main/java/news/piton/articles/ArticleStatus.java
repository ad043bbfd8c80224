package news.piton.articles;

/** Where an article stands. Readers see {@link #PUBLISHED} ones and no others. */
public enum ArticleStatus {
    /** Being written. */
    DRAFT,
    /** Handed to the editors. */
    IN_REVIEW,
    /** To be published at a time that has not come yet; from that moment on it is {@link #PUBLISHED}. */
    SCHEDULED,
    /** Open to everybody. */
    PUBLISHED,
    /** Was published and has been taken back. */
    UNPUBLISHED
}
