package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMPORT;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMPORT_BLOCK;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMPORT_FILE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What was imported from which WordPress site, and the files and blocks that its posts name by number. */
public final class ImportStore implements WordPressArchive {
    private static final int LONGEST_SITE = 190;
    private static final int MOST_FILES = 10_000;

    private final Database database;

    public ImportStore(Database database) {
        this.database = database;
    }

    @Override
    public OptionalLong articleFor(String origin, long post) {
        return database.sql()
                .select(ARTICLES_IMPORT.ARTICLE_ID)
                .from(ARTICLES_IMPORT)
                .where(ARTICLES_IMPORT.SITE.eq(key(origin)))
                .and(ARTICLES_IMPORT.POST.eq(post))
                .fetchOptional(ARTICLES_IMPORT.ARTICLE_ID)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Those of the posts that have become articles. */
    public Set<Long> known(String origin, Collection<Long> posts) {
        return database.sql()
                .select(ARTICLES_IMPORT.POST)
                .from(ARTICLES_IMPORT)
                .where(ARTICLES_IMPORT.SITE.eq(key(origin)))
                .and(ARTICLES_IMPORT.POST.in(posts))
                .fetchSet(ARTICLES_IMPORT.POST);
    }

    /**
     * Notes which articles posts have become, in the transaction that makes them.
     *
     * @param articles in the order of the posts
     * @return false when one of them has become one already
     */
    public boolean remember(String origin, List<Long> posts, List<Long> articles) {
        var t = ARTICLES_IMPORT;
        return Duplicates.unless(() -> database.sql()
                .insertInto(t, t.SITE, t.POST, t.ARTICLE_ID)
                .valuesOfRows(IntStream.range(0, posts.size())
                        .mapToObj(i -> DSL.row(key(origin), posts.get(i), articles.get(i)))
                        .toList())
                .execute());
    }

    /** @return how many of them are new */
    public int keep(String origin, List<ImportFile> files) {
        var t = ARTICLES_IMPORT_FILE;
        return database.sql()
                .insertInto(
                        t, t.SITE, t.ORIGINAL, t.PARENT, t.URL, t.ALT, t.CAPTION, t.WIDTH, t.HEIGHT, t.LINK, t.CREDIT)
                .valuesOfRows(files.stream()
                        .map(file -> DSL.row(
                                key(origin),
                                file.original(),
                                file.parent(),
                                file.url(),
                                file.alt(),
                                file.caption(),
                                file.width(),
                                file.height(),
                                file.link(),
                                file.credit()))
                        .toList())
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** In the order of the numbers; those that no export held are left out. */
    public List<ImportFile> numbered(String origin, List<Long> originals) {
        Map<Long, ImportFile> found = new HashMap<>();
        if (!originals.isEmpty()) {
            files(origin, ARTICLES_IMPORT_FILE.ORIGINAL.in(originals))
                    .forEach(file -> found.put(file.original(), file));
        }
        return originals.stream()
                .flatMap(number -> Stream.ofNullable(found.get(number)))
                .toList();
    }

    /** What was uploaded for posts, by the post, each in the order of the numbers. */
    public Map<Long, List<ImportFile>> uploadedFor(String origin, Collection<Long> posts) {
        return posts.isEmpty()
                ? Map.of()
                : files(origin, ARTICLES_IMPORT_FILE.PARENT.in(posts)).stream()
                        .collect(Collectors.groupingBy(ImportFile::parent));
    }

    private List<ImportFile> files(String origin, Condition which) {
        var t = ARTICLES_IMPORT_FILE;
        return database.sql()
                .select(t.ORIGINAL, t.PARENT, t.URL, t.ALT, t.CAPTION, t.WIDTH, t.HEIGHT, t.LINK, t.CREDIT)
                .from(t)
                .where(t.SITE.eq(key(origin)))
                .and(which)
                .orderBy(t.ORIGINAL)
                .limit(MOST_FILES)
                .fetch(row -> new ImportFile(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9()));
    }

    /** @return false when it is kept already */
    public boolean keepBlock(String origin, long original, String content) {
        var t = ARTICLES_IMPORT_BLOCK;
        return database.sql()
                        .insertInto(t, t.SITE, t.ORIGINAL, t.CONTENT)
                        .values(key(origin), original, content)
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }

    /** The texts of reusable blocks, by their numbers; without those that no export held. */
    public Map<Long, String> blocks(String origin, Collection<Long> originals) {
        var t = ARTICLES_IMPORT_BLOCK;
        return database.sql()
                .select(t.ORIGINAL, t.CONTENT)
                .from(t)
                .where(t.SITE.eq(key(origin)))
                .and(t.ORIGINAL.in(originals))
                .fetchMap(t.ORIGINAL, t.CONTENT);
    }

    private static String key(String origin) {
        return origin.length() <= LONGEST_SITE ? origin : origin.substring(0, LONGEST_SITE);
    }
}
