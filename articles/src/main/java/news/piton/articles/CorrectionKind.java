package news.piton.articles;

/** What kind of notice the paper puts on an article that is out. */
public enum CorrectionKind {
    /** Something was wrong and has been put right. */
    CORRECTION,
    /** Something was right and could be misunderstood. */
    CLARIFICATION,
    /** Something has happened since, or more is known. */
    UPDATE,
    /** The paper no longer stands by the article. */
    RETRACTION
}
