package news.piton.articles.internal.store;

/** Whose eyes an answer is for. */
public enum Sight {
    /** What is published at this moment, and nothing else. */
    READER,
    /** Every article in every state. */
    STAFF
}
