package news.piton.comments;

/** What a comment says, as plain text; lines end with a line feed. */
public record CommentBody(String text) {}
