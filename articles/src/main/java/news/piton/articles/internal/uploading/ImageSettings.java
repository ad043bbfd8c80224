package news.piton.articles.internal.uploading;

import java.time.Duration;
import news.piton.articles.internal.media.ImageLimits;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/** What an operator can set about uploaded images. */
public final class ImageSettings {
    public static final Setting<Integer> LARGEST_FILE = Setting.number(
            "articles.images-largest-file", 20, 1, 100, "The largest image file that POST /media takes in, in MiB.");

    public static final Setting<Integer> MEGAPIXELS = Setting.number(
            "articles.images-megapixels",
            50,
            1,
            200,
            "How many million pixels an uploaded image may have; a WebP image at most 12, since it is held whole in"
                    + " memory. Looked up in the file's header, before anything is decoded.");

    public static final Setting<Duration> TIME = Setting.duration(
            "articles.images-time",
            Duration.ofSeconds(30),
            "How long one uploaded image may be worked on, and how long another waits for its turn. Images are worked"
                    + " on one at a time.");

    public static final Setting<Duration> UNUSED = Setting.duration(
            "articles.images-unused",
            Duration.ofDays(30),
            "How long an uploaded image is kept that no article has ever shown.");

    private ImageSettings() {}

    public static ImageLimits limits(Settings settings) {
        return new ImageLimits(
                settings.get(LARGEST_FILE) * 1_048_576L, settings.get(MEGAPIXELS) * 1_000_000L, settings.get(TIME));
    }
}
