package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;
import static news.piton.comments.internal.store.generated.Tables.COMMENTS_DISCUSSION;
import static news.piton.comments.internal.store.generated.Tables.COMMENTS_IMPORT;

import java.util.Collection;
import java.util.Map;
import news.piton.comments.internal.thread.Place;
import news.piton.core.database.Database;

/** What was imported from where. */
public final class ImportStore {
    private static final int LONGEST_SITE = 190;
    private final Database database;

    public ImportStore(Database database) {
        this.database = database;
    }

    /** A comment that an import brought in before. */
    public record Known(long id, Place place) {}

    /** By their numbers on the old site. */
    public Map<Long, Known> known(String site, Collection<Long> originals) {
        return database.sql()
                .select(
                        COMMENTS_IMPORT.ORIGINAL,
                        COMMENTS_COMMENT.ID,
                        COMMENTS_COMMENT.PARENT_ID,
                        COMMENTS_COMMENT.DEPTH)
                .from(COMMENTS_IMPORT)
                .join(COMMENTS_COMMENT)
                .on(COMMENTS_COMMENT.ID.eq(COMMENTS_IMPORT.COMMENT_ID))
                .where(COMMENTS_IMPORT.SITE.eq(key(site)))
                .and(COMMENTS_IMPORT.ORIGINAL.in(originals))
                .fetchMap(
                        COMMENTS_IMPORT.ORIGINAL,
                        row -> new Known(row.value2(), new Place(row.value3(), row.value4())));
    }

    /** In the transaction that stores the comment. */
    public void remember(String site, long original, long commentId) {
        database.sql()
                .insertInto(COMMENTS_IMPORT)
                .set(COMMENTS_IMPORT.SITE, key(site))
                .set(COMMENTS_IMPORT.ORIGINAL, original)
                .set(COMMENTS_IMPORT.COMMENT_ID, commentId)
                .execute();
    }

    /** Closes a discussion that nobody here has said anything in or about. */
    public void closeUntouched(long articleId) {
        database.sql()
                .insertInto(COMMENTS_DISCUSSION)
                .set(COMMENTS_DISCUSSION.ARTICLE_ID, articleId)
                .set(COMMENTS_DISCUSSION.OPEN, false)
                .onDuplicateKeyIgnore()
                .execute();
    }

    private static String key(String site) {
        return site.length() <= LONGEST_SITE ? site : site.substring(0, LONGEST_SITE);
    }
}
