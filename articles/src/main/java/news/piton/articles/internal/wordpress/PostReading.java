package news.piton.articles.internal.wordpress;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.articles.internal.archive.ArchivedArticle;
import news.piton.articles.internal.archive.ArchivedArticle.Named;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import news.piton.articles.wxr.WxrItem;
import org.jspecify.annotations.Nullable;

/** Reads a post of an export as the article that it becomes. */
final class PostReading {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_AUTHOR = 150;
    private static final int MOST_TAGS = 50;
    private static final int FIRST_WORDS = 80;
    private static final Set<String> NO_CATEGORY = Set.of("uncategorized", "uncategorised");
    private static final List<String> PRIMARY = List.of("_yoast_wpseo_primary_category", "rank_math_primary_category");
    private static final Named NEWS = new Named(new Slug("news"), "News");

    private final WxrItem item;
    private final Directory directory;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone the old site's, for dates that are known by its clock only */
    PostReading(WxrItem item, Directory directory, ZoneId zone, Instant now) {
        this.item = item;
        this.directory = directory;
        this.zone = zone;
        this.now = now;
    }

    ArchivedArticle article(State state, Body body, @Nullable Picture picture) {
        Headline headline = headline();
        Optional<WxrItem.Label> category = category();
        Instant written = earlier(date().or(() -> item.modified().instant(zone)).orElse(now), now);
        Instant changed = earlier(item.modified().instant(zone).orElse(written), now);
        return new ArchivedArticle(
                headline,
                standfirst(),
                body,
                slug(item.slug(), headline.text(), "article-" + item.id()),
                state,
                written,
                changed.isBefore(written) ? written : changed,
                category.map(this::section).orElse(NEWS),
                tags().limit(MOST_TAGS).toList(),
                authors(),
                picture,
                addresses());
    }

    /** When it was, or is to be, published; empty when the export does not tell. */
    Optional<Instant> date() {
        return item.published().instant(zone).filter(at -> at.isAfter(State.EARLIEST));
    }

    /** The number of the file that was its main picture. */
    Optional<Long> thumbnail() {
        return item.meta("_thumbnail_id")
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
    }

    /** Its title, else how it begins. */
    private Headline headline() {
        String title = PlainText.tidy(PostBody.text(item.title()));
        String words = title.isEmpty() ? Cut.to(FIRST_WORDS, PlainText.tidy(PostBody.text(item.content()))) : title;
        return new Headline(words.isEmpty() ? "Untitled" : Cut.to(Headline.LONGEST, words));
    }

    private @Nullable Standfirst standfirst() {
        String excerpt = PlainText.tidy(PostBody.text(item.excerpt()));
        return excerpt.isEmpty() ? null : new Standfirst(Cut.to(Standfirst.LONGEST, excerpt));
    }

    /** The one that an SEO plugin noted as primary, else the first. */
    private Optional<WxrItem.Label> category() {
        List<WxrItem.Label> categories = categories();
        return PRIMARY.stream()
                .flatMap(key -> item.meta(key).stream())
                .map(directory::category)
                .flatMap(
                        slug -> categories.stream().filter(label -> label.slug().equals(slug)))
                .findFirst()
                .or(() -> categories.stream().findFirst());
    }

    private List<WxrItem.Label> categories() {
        return item.labels("category").stream()
                .filter(label -> !NO_CATEGORY.contains(label.slug()))
                .toList();
    }

    private Named section(WxrItem.Label category) {
        String name = Cut.to(LONGEST_NAME, PlainText.tidy(PostBody.text(category.name())));
        Slug slug = Slug.naming("section", decoded(category.slug()));
        return new Named(slug, name.isEmpty() ? slug.text() : name);
    }

    /** Those that do not fit. */
    List<TagName> surplusTags() {
        return tags().skip(MOST_TAGS).toList();
    }

    /** The post's tags, then the categories that are not its section. */
    private Stream<TagName> tags() {
        Optional<WxrItem.Label> section = category();
        Stream<WxrItem.Label> others = categories().stream().filter(label -> !section.equals(Optional.of(label)));
        return Stream.concat(item.labels("post_tag").stream(), others)
                .map(label -> PlainText.tidy(PostBody.text(label.name())))
                .filter(name -> !name.isEmpty())
                .map(name -> new TagName(Cut.to(TagName.LONGEST, name)))
                .distinct();
    }

    private List<Named> authors() {
        return directory.logins(item).stream()
                .map(directory::author)
                .map(name -> new Named(Slug.naming("author", name), Cut.to(LONGEST_AUTHOR, PlainText.tidy(name))))
                .filter(author -> !author.name().isEmpty())
                .toList();
    }

    /** Its permalink, that of every slug it had before, and the short {@code /?p=7}. */
    private List<String> addresses() {
        String permalink = item.link().replaceFirst("(?<!:)//+", "/");
        Stream<String> earlier = item.meta().stream()
                .filter(field ->
                        field.key().equals("_wp_old_slug") && !field.value().isBlank())
                .map(field ->
                        permalink.replaceFirst("[^/?#]+/?$", "") + field.value().strip());
        String number = "?p=" + item.id();
        Stream<String> numbered = Stream.of(item.guid().endsWith(number) ? item.guid() : "/" + number);
        return Stream.of(Stream.of(permalink), earlier, numbered)
                .flatMap(addresses -> addresses)
                .filter(address -> !address.isBlank())
                .toList();
    }

    /** Where nothing is left of the slug, the name must do. */
    private static Slug slug(String encoded, String name, String whenNothingIsLeft) {
        return Slug.from(decoded(encoded), Slug.from(name, whenNothingIsLeft).text());
    }

    /** WordPress percent-encodes what is not ASCII. */
    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return slug;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
