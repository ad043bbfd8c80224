package news.piton.articles.internal.uploading;

import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Change;

/** What somebody says of an image; what is not given stays. Checked texts. */
public record Description(Change<String> alt, Change<String> caption, Change<String> credit) {

    ImageView of(ImageView image) {
        return new ImageView(
                image.id(),
                image.url(),
                image.width(),
                image.height(),
                alt.given() ? (alt.value() == null ? "" : alt.value()) : image.alt(),
                caption.or(image.caption()),
                credit.or(image.credit()));
    }
}
