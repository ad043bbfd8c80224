package news.piton.comments;

/**
 * Who wrote a comment, as readers see it.
 *
 * @param staff whether a member of staff wrote it, signed in
 */
public record CommentAuthor(String name, boolean staff) {}
