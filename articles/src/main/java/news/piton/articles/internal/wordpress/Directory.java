package news.piton.articles.internal.wordpress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.internal.article.Bio;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.wxr.WxrAuthor;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrSite;
import news.piton.articles.wxr.WxrTerm;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** What the head of an export says of the names that its posts use. Bounded, however long that head is. */
final class Directory {
    private static final int MOST = 50_000;
    private static final int MOST_BIOS = 10_000;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, String> bios = new HashMap<>();
    private final Map<Long, String> numbers = new HashMap<>();
    private final Map<String, WxrTerm> categories = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

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
        if (authors.size() < MOST && Visible.anything(PostBody.text(author.displayName()))) {
            authors.put(key(author.login()), PostBody.text(author.displayName()));
        }
        String bio = PlainText.tidy(author.description());
        if (bios.size() < MOST_BIOS && Visible.anything(bio)) {
            bios.put(key(author.login()), Cut.to(Bio.LONGEST, bio));
        }
    }

    void add(WxrTerm term) {
        if (term.taxonomy().equals(WxrTerm.CATEGORY) && categories.size() < MOST) {
            numbers.put(term.id(), term.slug());
            categories.put(term.slug(), term);
        }
    }

    /** The name that readers know an account by; the login itself when the file does not say. */
    String author(String login) {
        return authors.getOrDefault(key(login), PostBody.text(login));
    }

    /** What the file tells about an author; null for nothing. */
    @Nullable
    String bio(String login) {
        return bios.get(key(login));
    }

    /** The slug of a category, or empty. */
    String category(String number) {
        return number.matches("[0-9]{1,18}") ? numbers.getOrDefault(Long.valueOf(number), "") : "";
    }

    /** In the order of the file. */
    List<WxrItem.Label> categories() {
        return categories.values().stream().map(Directory::label).toList();
    }

    /** What stands above a category, the nearest first; nothing above those that stand above each other in a circle. */
    List<WxrItem.Label> above(WxrItem.Label category) {
        List<WxrItem.Label> above = new ArrayList<>();
        Set<String> met = new HashSet<>(Set.of(category.slug()));
        WxrTerm next = parent(categories.get(category.slug()));
        while (next != null) {
            if (!met.add(next.slug())) {
                return List.of();
            }
            above.add(label(next));
            next = parent(next);
        }
        return above;
    }

    private @Nullable WxrTerm parent(@Nullable WxrTerm term) {
        return term == null ? null : categories.get(term.parent());
    }

    private static WxrItem.Label label(WxrTerm term) {
        return new WxrItem.Label(term.taxonomy(), term.slug(), term.name());
    }

    /** Whether this is to be told of a category now, which is once. */
    boolean tell(WxrItem.Label category) {
        return told.add(category.slug());
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
