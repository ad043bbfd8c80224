package news.piton.articles.internal.wordpress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.wxr.WxrAuthor;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrSite;
import news.piton.articles.wxr.WxrTerm;

/** What the head of an export says of the names that its posts use. Bounded, however long that head is. */
final class Directory {
    private static final int MOST = 50_000;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<Long, String> categories = new HashMap<>();

    private String origin = "";
    private boolean piton;

    void add(WxrSite site) {
        origin = site.origin();
        piton = site.fromPiton();
    }

    /** The site, as notes of what came in name it. */
    String origin() {
        return origin;
    }

    /** Whether another Piton wrote the file, so that its slugs are ours. */
    boolean fromPiton() {
        return piton;
    }

    void add(WxrAuthor author) {
        if (authors.size() < MOST && !author.displayName().isEmpty()) {
            authors.put(key(author.login()), PostBody.text(author.displayName()));
        }
    }

    void add(WxrTerm term) {
        if (term.taxonomy().equals("category") && categories.size() < MOST) {
            categories.put(term.id(), term.slug());
        }
    }

    /** The name that readers know an account by; the login itself when the file does not say. */
    String author(String login) {
        return authors.getOrDefault(key(login), PostBody.text(login));
    }

    /** The slug of a category, or empty. */
    String category(String number) {
        return number.matches("[0-9]{1,18}") ? categories.getOrDefault(Long.valueOf(number), "") : "";
    }

    /** The accounts above a post: those that the plugin Co-Authors Plus noted, else its one author. */
    List<String> logins(WxrItem item) {
        List<String> several = item.labels("author").stream()
                .map(label -> label.slug().replaceFirst("^cap-", ""))
                .toList();
        return several.isEmpty() ? List.of(item.creator()) : several;
    }

    /** Logins are compared without signs, since some exports have stray ones around them. */
    private static String key(String login) {
        return Slug.from(login, "x").text();
    }
}
