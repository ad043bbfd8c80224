package news.piton.articles.internal.uploading;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.stream.ImageInputStream;
import news.piton.articles.ImageView;
import news.piton.articles.internal.media.DevelopImage;
import news.piton.articles.internal.media.Developed;
import news.piton.articles.internal.media.UnfitImage;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.token.Tokens;

/**
 * Takes in an image that staff have uploaded. Once it is acknowledged, all its renditions are in the database; before that,
 * nothing is. One image is worked on at a time, since each may need a good part of a small installation's memory.
 */
public final class UploadImage {
    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final Tokens tokens;
    private final UploadStore uploads;
    private final DevelopImage develop;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    public UploadImage(
            Database database,
            InstantSource clock,
            Ids ids,
            Tokens tokens,
            UploadStore uploads,
            DevelopImage develop,
            Duration patience) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.tokens = tokens;
        this.uploads = uploads;
        this.develop = develop;
        this.patience = patience;
    }

    /**
     * The image that has become of the file. The same bytes make the same image, however often they come; a description that
     * comes along replaces what was said of it.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @throws UnfitImage when no image can be made of the file, or not now
     */
    public ImageView upload(ImageInputStream file, String sha256, Description description) throws IOException {
        String name = tokens.fingerprint("image", sha256);
        Optional<ImageView> known = repeated(name, description);
        if (known.isPresent()) {
            return known.get();
        }
        begin();
        try {
            Optional<ImageView> meanwhile = repeated(name, description);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            Developed image = develop.develop(file);
            Instant now = clock.instant();
            database.inTransaction(() -> uploads.insert(ids.next(), name, image, now));
            return repeated(name, description).orElseThrow();
        } finally {
            turn.release();
        }
    }

    private Optional<ImageView> repeated(String name, Description description) {
        return database.inTransaction(() -> uploads.lockNamed(name).map(image -> {
            uploads.touch(image.id(), clock.instant());
            return description.put(uploads, image);
        }));
    }

    private void begin() {
        try {
            if (turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new UnfitImage(
                UnfitImage.Why.BUSY, "Other images are being worked on. Nothing was stored; try again in a minute.");
    }
}
