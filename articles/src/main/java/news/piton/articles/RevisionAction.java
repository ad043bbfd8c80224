package news.piton.articles;

/** How a revision came about. */
public enum RevisionAction {
    /** Became the article's text at once. */
    WRITTEN,
    /** A change to a published or scheduled article: it waits, or waited, for somebody who may publish. */
    PROPOSED,
    /** What was proposed became the article's text. */
    APPROVED,
    /** What was proposed was dropped; the text is again what it was before. */
    DISCARDED
}
