package news.piton.articles.internal.graphql;

import java.net.URI;
import java.util.Optional;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.store.UploadStore;
import org.jspecify.annotations.Nullable;

/** Finds the uploaded image that an input names by its id or by the address of one of its renditions. */
public record Uploads(UploadStore uploads, Permalinks permalinks) {

    /**
     * Empty for an address elsewhere on the web.
     *
     * @throws Invalid when there is no such image, or the input names none or two
     */
    Optional<ImageView> chosen(@Nullable String id, @Nullable String url) {
        if ((id == null) == (url == null)) {
            throw Invalid.of(
                    "Give either `id`, for an image that was uploaded, or `url`, for one that lies on the web.");
        }
        if (id != null) {
            return Optional.of(uploads.byId(Edits.number("Image", id)).orElseThrow(() -> missing("`id`")));
        }
        URI address = WebAddress.of(String.valueOf(url)).uri();
        return MediaAddress.of(permalinks.stored(address))
                .map(file -> uploads.named(file.name()).orElseThrow(() -> missing("`url`")));
    }

    private static Invalid missing(String field) {
        return Invalid.of("There is no uploaded image of this " + field + "; POST /media uploads one and tells both.");
    }
}
