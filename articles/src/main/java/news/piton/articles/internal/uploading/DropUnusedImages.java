package news.piton.articles.internal.uploading;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.database.Database;
import news.piton.core.job.Job;

/** Drops images that were uploaded a good while ago and that no article has ever shown. */
public final class DropUnusedImages implements Job.Work {
    private static final int AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final UploadStore uploads;
    private final Duration kept;

    public DropUnusedImages(Database database, InstantSource clock, UploadStore uploads, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.uploads = uploads;
        this.kept = kept;
    }

    @Override
    public void run(Job.Stop stop) {
        int dropped = AT_ONCE;
        while (dropped == AT_ONCE && !stop.requested()) {
            dropped = database.inTransaction(
                    () -> uploads.dropUnused(clock.instant().minus(kept), AT_ONCE));
        }
    }
}
