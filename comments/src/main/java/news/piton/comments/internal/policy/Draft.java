package news.piton.comments.internal.policy;

/**
 * A comment as the checks see it, cleaned but not yet stored.
 *
 * @param name the author's name; empty where there is none yet
 * @param elsewhere under how many other articles the same text was posted in the last day
 */
public record Draft(String name, String body, int elsewhere) {}
