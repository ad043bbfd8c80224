package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.media.Renditions;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.UploadStore;
import news.piton.articles.internal.uploading.DescribeImage;
import news.piton.articles.internal.uploading.Description;
import news.piton.core.fault.Fault;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.graphql.Pages;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Images: those of articles, and for staff those that were uploaded. Renditions follow from an image's address and size. */
public final class ImageFields {
    private final PartStore parts;
    private final UploadStore uploads;
    private final Permalinks permalinks;
    private final InstantSource clock;
    private final DescribeImage describe;

    public ImageFields(
            PartStore parts, UploadStore uploads, Permalinks permalinks, InstantSource clock, DescribeImage describe) {
        this.parts = parts;
        this.uploads = uploads;
        this.permalinks = permalinks;
        this.clock = clock;
        this.describe = describe;
    }

    /** One size of an image. */
    record Rendition(URI url, int width, int height) {
        static Rendition of(MediaAddress file, Renditions.Size size, Permalinks permalinks) {
            return new Rendition(permalinks.absolute(file.at(size.width()).path()), size.width(), size.height());
        }
    }

    record DescribeImageInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    record ImagePayload(@Nullable ImageView image, @Nullable ImageView stored) {
        ImagePayload(ImageView image) {
            this(image, null);
        }
    }

    public void contribute(Contribution.Builder to) {
        to.query("images", env -> uploads.page(Pages.of(env)))
                .field("Image", "url", this::url)
                .field("Image", "renditions", env -> renditions(LookAhead.source(env)))
                .mutation(
                        "describeImage",
                        DescribeImageInput.class,
                        ImagePayload.class,
                        this::describe,
                        (call, errors) -> Edits.stale(
                                errors,
                                () -> new ImagePayload(
                                        null,
                                        uploads.byId(Edits.number(
                                                        "Image", call.input().id()))
                                                .orElse(null))))
                .node("Image", new Loader<>("articles.images", this::images));
    }

    private Map<Long, ImageView> images(Set<Long> ids, Caller caller) {
        Instant now = clock.instant();
        Map<Long, ImageView> found = new HashMap<>(parts.pictures(ids, LookAhead.sight(caller), now));
        if (caller.may(ArticlePermissions.WRITE_ARTICLES) && !found.keySet().containsAll(ids)) {
            found.putAll(uploads.byIds(ids));
        }
        return found;
    }

    private URI url(DataFetchingEnvironment environment) {
        ImageView image = LookAhead.source(environment);
        Integer wanted = environment.getArgument("width");
        if (wanted == null) {
            return image.url();
        }
        if (wanted < 1) {
            throw Fault.badRequest("`width` is a number of pixels from 1 on, not " + wanted + ".");
        }
        List<Rendition> all = renditions(image);
        return all.stream()
                .filter(rendition -> rendition.width >= wanted)
                .findFirst()
                .orElse(all.getLast())
                .url();
    }

    private List<Rendition> renditions(ImageView image) {
        return MediaAddress.of(permalinks.stored(image.url()))
                .map(file -> Renditions.upTo(new Renditions.Size(image.width(), image.height())).stream()
                        .map(size -> Rendition.of(file, size, permalinks))
                        .toList())
                .orElseGet(() -> List.of(new Rendition(image.url(), image.width(), image.height())));
    }

    private Outcome<ImagePayload> describe(Call<DescribeImageInput> call) {
        DescribeImageInput input = call.input();
        Edits edits = new Edits(call);
        Change<String> alt = edits.text("alt", "The description of the picture", input.alt(), Picture.LONGEST_TEXT);
        Change<String> caption = edits.text("caption", "The caption", input.caption(), Picture.LONGEST_TEXT);
        Change<String> credit = edits.text("credit", "The credit", input.credit(), Picture.LONGEST_CREDIT);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : describe.describe(
                                Edits.number("Image", input.id()),
                                input.expectedVersion(),
                                new Description(alt, caption, credit))
                        .map(ImagePayload::new);
    }
}
