package news.piton.articles.internal.uploading;

import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;

/** Says what an uploaded image shows. Articles that show it already keep what they say of it. */
public final class DescribeImage {
    private final Database database;
    private final UploadStore uploads;

    public DescribeImage(Database database, UploadStore uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /** Refused with NOT_FOUND. */
    public Outcome<ImageView> describe(long id, Description description) {
        return database.inTransaction(() -> uploads.lock(id)
                .map(image -> {
                    ImageView described = description.of(image);
                    uploads.describe(described);
                    return Outcome.done(described);
                })
                .orElseGet(() -> Outcome.refused(Versions.missing("uploaded image"))));
    }
}
