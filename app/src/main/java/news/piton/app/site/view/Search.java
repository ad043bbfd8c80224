package news.piton.app.site.view;

/**
 * What a reader looks for.
 *
 * @param section the slug of the one section to look in; empty for all
 * @param newest whether the newest come first, and not the best
 */
public record Search(String text, String section, boolean newest) {}
