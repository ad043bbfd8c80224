package news.piton.articles.internal.uploading;

import java.util.Objects;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.store.UploadStore;
import org.jspecify.annotations.Nullable;

/** What somebody says of an image; what is not given stays. Checked texts. */
public record Description(Change<String> alt, Change<String> caption, Change<String> credit) {

    /** Says it of an uploaded image, which is locked; a description that changes nothing writes nothing. */
    ImageView put(UploadStore uploads, ImageView image) {
        if (of(image, image.version()).equals(image)) {
            return image;
        }
        ImageView described = of(image, version(image) + 1);
        uploads.describe(described);
        return described;
    }

    /** @param image an uploaded one */
    static int version(ImageView image) {
        return Objects.requireNonNull(image.version());
    }

    private ImageView of(ImageView image, @Nullable Integer version) {
        return new ImageView(
                image.id(),
                image.url(),
                image.width(),
                image.height(),
                alt.given() ? (alt.value() == null ? "" : alt.value()) : image.alt(),
                caption.or(image.caption()),
                credit.or(image.credit()),
                version);
    }
}
