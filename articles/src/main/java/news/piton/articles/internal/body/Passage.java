package news.piton.articles.internal.body;

/**
 * One block of a body, whatever its kind.
 *
 * @param html the whole element
 * @param text without markup
 */
public record Passage(String html, String text) {}
