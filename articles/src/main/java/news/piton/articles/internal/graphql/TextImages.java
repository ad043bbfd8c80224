package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Block.ImageBlock;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.media.Renditions;
import news.piton.articles.internal.media.Renditions.Size;
import news.piton.articles.internal.store.UploadStore;
import news.piton.core.graphql.Loader;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Pictures in texts. The sizes of uploaded ones are looked up for all texts of a level of the operation together. */
public final class TextImages {
    private final Permalinks permalinks;
    private final Loader<String, Size> widest;

    public TextImages(UploadStore uploads, Permalinks permalinks) {
        this.permalinks = permalinks;
        this.widest = new Loader<>("articles.sizes-of-uploads", (names, caller) -> uploads.sizes(names));
    }

    public void contribute(Contribution.Builder to) {
        to.field("ArticleBody", "images", env -> LookAhead.<Body>source(env).images())
                .field("ImageBlock", "width", env -> side(env, ImageBlock::width, Size::width))
                .field("ImageBlock", "height", env -> side(env, ImageBlock::height, Size::height))
                .field("ImageBlock", "renditions", this::renditions)
                .loader(widest);
    }

    /** What the text says, which may want it smaller; where it says neither, the uploaded file's. */
    private @Nullable Object side(
            DataFetchingEnvironment environment,
            Function<ImageBlock, @Nullable Integer> told,
            Function<Size, Integer> own) {
        ImageBlock image = LookAhead.source(environment);
        Optional<MediaAddress> file = file(image);
        return file.isEmpty() || image.width() != null || image.height() != null
                ? told.apply(image)
                : sizes(environment, file.get())
                        .thenApply(sizes -> sizes.stream()
                                .filter(size -> size.width() == file.get().width())
                                .map(own)
                                .findFirst()
                                .orElse(null));
    }

    private Object renditions(DataFetchingEnvironment environment) {
        Optional<MediaAddress> file = file(LookAhead.source(environment));
        return file.isEmpty()
                ? List.of()
                : sizes(environment, file.get())
                        .thenApply(sizes -> sizes.stream()
                                .map(size -> ImageFields.Rendition.of(file.get(), size, permalinks))
                                .toList());
    }

    /** None where no such file was uploaded. */
    private CompletableFuture<List<Size>> sizes(DataFetchingEnvironment environment, MediaAddress file) {
        return widest.load(environment, file.name())
                .thenApply(found -> found == null ? List.of() : Renditions.upTo(found));
    }

    private Optional<MediaAddress> file(ImageBlock image) {
        String path = permalinks.own(image.url());
        return path == null ? Optional.empty() : MediaAddress.of(path);
    }
}
