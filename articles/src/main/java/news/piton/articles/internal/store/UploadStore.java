package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_RENDITION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_UPLOAD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.media.Developed;
import news.piton.articles.internal.media.ImageFormat;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.media.Renditions;
import news.piton.articles.internal.store.generated.tables.records.ArticlesUploadRecord;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Uploaded images and their files. */
public final class UploadStore {
    private static final byte USED = 1;
    private static final byte UNUSED = 0;

    private final Database database;
    private final Permalinks permalinks;

    public UploadStore(Database database, Permalinks permalinks) {
        this.database = database;
        this.permalinks = permalinks;
    }

    /** Marks the uploaded images that a text names as ones that are to stay. In the caller's transaction. */
    static void use(Database database, String text) {
        List<String> names = MediaAddress.names(text);
        if (!names.isEmpty()) {
            database.sql()
                    .update(ARTICLES_UPLOAD)
                    .set(ARTICLES_UPLOAD.USED, USED)
                    .where(ARTICLES_UPLOAD.NAME.in(names))
                    .and(ARTICLES_UPLOAD.USED.eq(UNUSED))
                    .execute();
        }
    }

    public Optional<ImageView> named(String name) {
        return one(ARTICLES_UPLOAD.NAME.eq(name));
    }

    public Optional<ImageView> byId(long id) {
        return one(ARTICLES_UPLOAD.ID.eq(id));
    }

    public Map<Long, ImageView> byIds(Collection<Long> ids) {
        return database.sql()
                .selectFrom(ARTICLES_UPLOAD)
                .where(ARTICLES_UPLOAD.ID.in(ids))
                .fetchMap(ARTICLES_UPLOAD.ID, this::view);
    }

    /** How large the widest file is of each of these names. */
    public Map<String, Renditions.Size> sizes(Collection<String> names) {
        var t = ARTICLES_UPLOAD;
        return database.sql()
                .select(t.NAME, t.WIDTH, t.HEIGHT)
                .from(t)
                .where(t.NAME.in(names))
                .fetchMap(t.NAME, row -> new Renditions.Size(row.value2(), row.value3()));
    }

    /** Newest first, by the ids, which are in the order of time. */
    public Connection<ImageView> page(PageRequest request) {
        Cursor place = request.cursor();
        Condition behind = place == null
                ? DSL.noCondition()
                : request.backward() ? ARTICLES_UPLOAD.ID.gt(place.key(0, 1)) : ARTICLES_UPLOAD.ID.lt(place.key(0, 1));
        List<ImageView> rows = database.sql()
                .selectFrom(ARTICLES_UPLOAD)
                .where(behind)
                .orderBy(request.backward() ? ARTICLES_UPLOAD.ID.asc() : ARTICLES_UPLOAD.ID.desc())
                .limit(request.size() + 1)
                .fetch(this::view);
        return Connection.of(
                rows,
                request,
                image -> Cursor.of(image.id()),
                () -> database.sql().fetchCount(ARTICLES_UPLOAD));
    }

    /**
     * Keeps an image with all its files. In the caller's transaction.
     *
     * @return false when it is kept already
     */
    public boolean insert(long id, String name, Developed image, Instant now) {
        boolean isNew = Duplicates.unless(() -> database.sql()
                .insertInto(ARTICLES_UPLOAD)
                .set(ARTICLES_UPLOAD.ID, id)
                .set(ARTICLES_UPLOAD.NAME, name)
                .set(ARTICLES_UPLOAD.FORMAT, image.format().name())
                .set(ARTICLES_UPLOAD.WIDTH, image.widest().width())
                .set(ARTICLES_UPLOAD.HEIGHT, image.widest().height())
                .set(ARTICLES_UPLOAD.ALT, "")
                .set(ARTICLES_UPLOAD.USED, UNUSED)
                .set(ARTICLES_UPLOAD.UPLOADED_AT, now)
                .execute());
        if (isNew) {
            List<Renditions.Size> sizes = Renditions.upTo(image.widest());
            for (int i = 0; i < sizes.size(); i++) {
                database.sql()
                        .insertInto(ARTICLES_RENDITION)
                        .set(ARTICLES_RENDITION.UPLOAD_ID, id)
                        .set(ARTICLES_RENDITION.WIDTH, sizes.get(i).width())
                        .set(ARTICLES_RENDITION.BYTES, image.renditions().get(i))
                        .execute();
            }
        }
        return isNew;
    }

    /** Lets the time anew begin after which an image that nobody uses is dropped. */
    public void touch(long id, Instant now) {
        database.sql()
                .update(ARTICLES_UPLOAD)
                .set(ARTICLES_UPLOAD.UPLOADED_AT, now)
                .where(ARTICLES_UPLOAD.ID.eq(id))
                .execute();
    }

    /** Sets what is said of an uploaded image to what the view says, and its version. */
    public void describe(ImageView image) {
        database.sql()
                .update(ARTICLES_UPLOAD)
                .set(ARTICLES_UPLOAD.ALT, image.alt())
                .set(ARTICLES_UPLOAD.CAPTION, image.caption())
                .set(ARTICLES_UPLOAD.CREDIT, image.credit())
                .set(ARTICLES_UPLOAD.VERSION, image.version())
                .where(ARTICLES_UPLOAD.ID.eq(image.id()))
                .execute();
    }

    /** The image, locked until the transaction ends. */
    public Optional<ImageView> lock(long id) {
        return locked(ARTICLES_UPLOAD.ID.eq(id));
    }

    public Optional<ImageView> lockNamed(String name) {
        return locked(ARTICLES_UPLOAD.NAME.eq(name));
    }

    private Optional<ImageView> locked(Condition condition) {
        return database.sql()
                .selectFrom(ARTICLES_UPLOAD)
                .where(condition)
                .forUpdate()
                .fetchOptional(this::view);
    }

    /** Drops images that were uploaded before a moment and that nothing has ever shown. */
    public int dropUnused(Instant before, int most) {
        return database.sql()
                .deleteFrom(ARTICLES_UPLOAD)
                .where(ARTICLES_UPLOAD.USED.eq(UNUSED))
                .and(ARTICLES_UPLOAD.UPLOADED_AT.lt(before))
                .orderBy(ARTICLES_UPLOAD.UPLOADED_AT)
                .limit(most)
                .execute();
    }

    /**
     * A part of a file.
     *
     * @param length of the whole file, in bytes
     */
    public record Piece(int length, byte[] bytes) {}

    /**
     * So many bytes of a file from a place on, so that nobody who fetches it slowly has it in memory whole; empty when there
     * is none at this address.
     */
    public Optional<Piece> piece(MediaAddress address, int from, int most) {
        Field<byte[]> bytes = ARTICLES_RENDITION.BYTES;
        return database.sql()
                .select(
                        DSL.function("OCTET_LENGTH", Integer.class, bytes),
                        DSL.function("SUBSTRING", byte[].class, bytes, DSL.val(from + 1), DSL.val(most)))
                .from(ARTICLES_RENDITION)
                .join(ARTICLES_UPLOAD)
                .on(ARTICLES_UPLOAD.ID.eq(ARTICLES_RENDITION.UPLOAD_ID))
                .where(ARTICLES_UPLOAD.NAME.eq(address.name()))
                .and(ARTICLES_UPLOAD.FORMAT.eq(address.format().name()))
                .and(ARTICLES_RENDITION.WIDTH.eq(address.width()))
                .fetchOptional(row -> new Piece(row.value1(), row.value2()));
    }

    private Optional<ImageView> one(Condition condition) {
        return database.sql().selectFrom(ARTICLES_UPLOAD).where(condition).fetchOptional(this::view);
    }

    private ImageView view(ArticlesUploadRecord row) {
        MediaAddress address = new MediaAddress(row.getName(), row.getWidth(), ImageFormat.valueOf(row.getFormat()));
        return new ImageView(
                row.getId(),
                permalinks.absolute(address.path()),
                row.getWidth(),
                row.getHeight(),
                row.getAlt(),
                row.getCaption(),
                row.getCredit(),
                row.getVersion());
    }
}
