package news.piton.articles;

/** What kind of sender a {@link SourceView source} is. */
public enum SourceKind {
    /** The paper's own newsroom. */
    STAFF,
    /** A news agency. */
    AGENCY,
    /** A ministry, an authority, the police. */
    GOVERNMENT,
    /** Somebody who is not on the staff: a columnist, a club, a reader. */
    CONTRIBUTED,
    /** Anything else. */
    OTHER
}
