package news.piton.articles.internal.wordpress;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.articles.SourceKind;
import news.piton.articles.internal.archive.ArchivedArticle;
import news.piton.articles.internal.archive.ArchivedArticle.Agency;
import news.piton.articles.internal.archive.ArchivedArticle.Named;
import news.piton.articles.internal.archive.ArchivedArticle.Section;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrKeys;
import news.piton.articles.wxr.WxrTerm;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** Reads a post of an export as the article that it becomes. */
final class PostReading {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_AUTHOR = 150;
    private static final int MOST_TAGS = 50;
    private static final int FIRST_WORDS = 80;
    private static final Set<String> NO_CATEGORY = Set.of("uncategorized", "uncategorised");
    private static final List<String> PRIMARY = List.of("_yoast_wpseo_primary_category", "rank_math_primary_category");
    private static final int LONGEST_SOURCE = 200;
    private static final Section PAGES = new Section(new Named(Slug.PAGES, "Pages"), null);

    private static final Section NEWS = new Section(new Named(new Slug("news"), "News"), null);

    private final WxrItem item;
    private final Directory directory;
    private final ZoneId zone;
    private final Instant now;
    private @Nullable List<Named> tags;

    /** @param zone the old site's, for dates that are known by its clock only */
    PostReading(WxrItem item, Directory directory, ZoneId zone, Instant now) {
        this.item = item;
        this.directory = directory;
        this.zone = zone;
        this.now = now;
    }

    ArchivedArticle article(State state, Body body, @Nullable Picture picture, ArchivedArticle.Past past) {
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
                isPage()
                        ? PAGES
                        : category.map(label -> section(label, directory)).orElse(NEWS),
                tags().stream().limit(MOST_TAGS).toList(),
                authors(),
                source(),
                picture,
                past);
    }

    /** When it was, or is to be, published; empty when the export does not tell. */
    Optional<Instant> date() {
        return item.published().instant(zone).filter(at -> at.isAfter(State.EARLIEST));
    }

    /**
     * Since when it has stood before the others; null when it does not. WordPress does not tell, and has the newest first;
     * whatever the newsroom features here comes before those.
     */
    @Nullable
    Instant featuredAt() {
        Optional<Instant> told =
                item.meta(WxrKeys.FEATURED).flatMap(Beside::time).filter(at -> at.isAfter(State.EARLIEST));
        return item.sticky() ? earlier(told.or(this::date).orElse(now), now) : null;
    }

    /** The number of the file that was its main picture. */
    Optional<Long> thumbnail() {
        return item.meta(WxrKeys.THUMBNAIL)
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
    }

    /** Its title, else how it begins. */
    private Headline headline() {
        String words = PostBody.line(item.title())
                .or(() -> PostBody.line(item.content()).map(text -> Cut.to(FIRST_WORDS, text)))
                .orElse("Untitled");
        return new Headline(Cut.to(Headline.LONGEST, words));
    }

    private @Nullable Standfirst standfirst() {
        return PostBody.line(item.excerpt())
                .map(excerpt -> new Standfirst(Cut.to(Standfirst.LONGEST, excerpt)))
                .orElse(null);
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
        return item.labels(WxrTerm.CATEGORY).stream()
                .filter(label -> !NO_CATEGORY.contains(label.slug()))
                .toList();
    }

    /** Below the uppermost of those above it: sections nest once. */
    static Section section(WxrItem.Label category, Directory directory) {
        List<WxrItem.Label> above = directory.above(category);
        return new Section(named(category), above.isEmpty() ? null : named(above.getLast()));
    }

    /** Its category, where that does not stand below the one that it stood below. */
    Optional<WxrItem.Label> tooDeep() {
        return isPage()
                ? Optional.empty()
                : category().filter(label -> directory.above(label).size() > 1);
    }

    private static Named named(WxrItem.Label category) {
        Slug slug = Slug.naming("section", decoded(category.slug()));
        return new Named(
                slug,
                PostBody.line(category.name())
                        .map(name -> Cut.to(LONGEST_NAME, name))
                        .orElse(slug.text()));
    }

    /** Those that do not fit. */
    List<String> surplusTags() {
        return tags().stream().skip(MOST_TAGS).map(Named::name).toList();
    }

    /** The post's tags, then the categories that are not its section. */
    private List<Named> tags() {
        if (tags == null) {
            tags = readTags();
        }
        return tags;
    }

    private List<Named> readTags() {
        Optional<WxrItem.Label> section = category();
        Stream<WxrItem.Label> others = categories().stream().filter(label -> !section.equals(Optional.of(label)));
        Map<Slug, Named> tags = new LinkedHashMap<>();
        Stream.concat(item.labels(WxrTerm.TAG).stream(), others)
                .flatMap(label -> tag(label).stream())
                .forEach(tag -> tags.merge(tag.slug(), tag, Named::and));
        return List.copyOf(tags.values());
    }

    /** WordPress tells tags of one name apart by numbers in the slug, and here they are one. */
    private Optional<Named> tag(WxrItem.Label label) {
        return PostBody.line(label.name()).map(name -> {
            TagName tag = new TagName(Cut.to(TagName.LONGEST, name));
            Slug address = slug(label.slug(), name, "tag");
            return directory.fromPiton()
                    ? new Named(address, tag.text())
                    : new Named(tag.slug(), tag.text(), Set.of(address), null);
        });
    }

    private Optional<String> piton(String key) {
        return item.meta(key).map(PlainText::tidy).filter(Visible::anything);
    }

    private @Nullable Agency source() {
        SourceKind kind = Stream.of(SourceKind.values())
                .filter(one -> one.name().equals(piton(WxrKeys.SOURCE_KIND).orElse("")))
                .findFirst()
                .orElse(SourceKind.AGENCY);
        return piton(WxrKeys.SOURCE)
                .map(name -> new Agency(
                        Cut.to(LONGEST_SOURCE, name),
                        kind,
                        piton(WxrKeys.SOURCE_URL).map(WebAddress::of).orElse(null)))
                .orElse(null);
    }

    boolean isPage() {
        return item.type().equals("page");
    }

    private List<Named> authors() {
        return directory.logins(item).stream()
                .map(this::author)
                .filter(author -> Visible.anything(author.name()))
                .distinct()
                .toList();
    }

    private Named author(String login) {
        String name = Cut.to(LONGEST_AUTHOR, PlainText.tidy(directory.author(login)));
        Slug archive = slug(login, name, "author");
        if (directory.fromPiton()) {
            return new Named(archive, name, Set.of(), directory.bio(login));
        }
        return new Named(Slug.naming("author", name), name, Set.of(archive), directory.bio(login));
    }

    /**
     * Its permalink, that of every slug it had before, the short {@code /?p=7}, and the pages of its files.
     *
     * @param files what was uploaded for it, whose pages lead to it from now on
     */
    List<String> addresses(List<ImportFile> files) {
        String permalink = item.link().replaceFirst("(?<!:)//+", "/");
        Stream<String> earlier = item.values(WxrKeys.OLD_SLUG)
                .filter(slug -> !slug.isBlank())
                .map(slug -> permalink.replaceFirst("(?<![^/?#])[^/?#]++/?$", "") + slug.strip());
        Stream<String> noted = item.values(WxrKeys.ADDRESS);
        Stream<String> others = directory.fromPiton() ? noted : Stream.concat(earlier, numbered(files));
        return Stream.concat(Stream.of(permalink), others)
                .filter(address -> !address.isBlank() && !(directory.fromPiton() && Permalinks.ofDraft(address)))
                .toList();
    }

    /** What leads to it whatever a site's permalinks look like: the guid is where the blog's query addresses are. */
    private Stream<String> numbered(List<ImportFile> files) {
        String blog = item.guid().matches("https?://[^?#]*\\?(?:p|page_id)=[0-9]+")
                ? item.guid().replaceFirst("\\?.*$", "")
                : "/";
        Stream<String> own = Stream.of(blog + "?p=" + item.id(), isPage() ? blog + "?page_id=" + item.id() : "");
        Stream<String> ofFiles =
                files.stream().flatMap(file -> Stream.of(file.link(), blog + "?attachment_id=" + file.original()));
        return Stream.concat(own, ofFiles);
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
