package news.piton.articles.internal.uploading;

import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Says what an uploaded image shows. Articles that show it already keep what they say of it. */
public final class DescribeImage {
    private final Database database;
    private final UploadStore uploads;

    public DescribeImage(Database database, UploadStore uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /**
     * Refused with NOT_FOUND and CONFLICT. An edit that changes nothing writes nothing.
     *
     * @param expected the version that the caller has seen; null to change whatever is there
     */
    public Outcome<ImageView> describe(long id, @Nullable Integer expected, Description description) {
        return database.inTransaction(
                () -> Versions.seen("uploaded image", uploads.lock(id), Description::version, expected)
                        .map(image -> description.put(uploads, image)));
    }
}
