package news.piton.articles.internal.wordpress;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.fetching.FetchFile;
import news.piton.articles.internal.media.UnfitImage;
import news.piton.articles.internal.uploading.Description;
import news.piton.articles.internal.uploading.ReceivedImage;
import news.piton.articles.internal.uploading.UploadImage;
import news.piton.core.plugin.Importer.Progress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Pictures are fetched from where they lie and kept here, with the same checks as those that staff upload. One that cannot
 * be had stays where it is, and the report says so. For one run, on one thread.
 */
public final class FetchedPictures implements Pictures {
    private static final String KIND = "pictures";
    private static final int MOST_REMEMBERED = 5_000;

    private final FetchFile fetch;
    private final UploadImage upload;
    private final boolean dryRun;
    private final Map<String, Optional<ImageView>> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ImageView>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param dryRun opens no address, and only reports what would be fetched */
    FetchedPictures(FetchFile fetch, UploadImage upload, boolean dryRun) {
        this.fetch = fetch;
        this.upload = upload;
        this.dryRun = dryRun;
    }

    @Override
    public Body in(Body body, Progress progress) {
        if (!body.html().contains("<img")) {
            return body;
        }
        Document document = Jsoup.parseBodyFragment(body.html());
        document.outputSettings().prettyPrint(false);
        boolean changed = false;
        for (Element picture : document.select("img[src]")) {
            changed |= keep(picture, progress);
        }
        return changed ? Body.fromHtml(document.body().html()) : body;
    }

    /** A small picture that leads to its large original becomes that. */
    private boolean keep(Element picture, Progress progress) {
        Element link = picture.parent();
        String original =
                link != null && link.normalName().equals("a") && isPicture(link.attr("href")) ? link.attr("href") : "";
        Optional<ImageView> large = original.isEmpty() ? Optional.empty() : get(original, null, progress);
        Optional<ImageView> kept = large.or(() -> get(picture.attr("src"), null, progress));
        kept.ifPresent(image -> {
            picture.attr("src", image.url().toString());
            picture.attr("width", String.valueOf(image.width()));
            picture.attr("height", String.valueOf(image.height()));
        });
        if (large.isPresent() && link != null) {
            link.attr("href", large.get().url().toString());
        }
        return kept.isPresent();
    }

    private static boolean isPicture(String address) {
        return address.toLowerCase(Locale.ROOT).matches("https?://[^?#]+\\.(?:jpe?g|png|gif|webp)");
    }

    @Override
    public Picture main(Picture picture, Progress progress) {
        return get(picture.url().uri().toString(), picture, progress)
                .map(image -> new Picture(
                        new WebAddress(image.url()),
                        image.width(),
                        image.height(),
                        picture.alt(),
                        picture.caption(),
                        picture.credit()))
                .orElse(picture);
    }

    private Optional<ImageView> get(String address, @Nullable Picture told, Progress progress) {
        Optional<ImageView> known = seen.get(address);
        if (known == null) {
            known = fetched(address, told, progress);
            seen.put(address, known);
        }
        return known;
    }

    private Optional<ImageView> fetched(String address, @Nullable Picture told, Progress progress) {
        if (dryRun) {
            progress.skipped(KIND, address, "would be fetched; a dry run opens no address");
            return Optional.empty();
        }
        Description description = told == null
                ? new Description(Change.none(), Change.none(), Change.none())
                : new Description(Change.to(told.alt()), Change.to(told.caption()), Change.to(told.credit()));
        try {
            ImageView image = fetch.fetch(address, body -> {
                try (ReceivedImage file = new ReceivedImage(body)) {
                    return upload.upload(file.content(), file.sha256(), description);
                }
            });
            progress.imported(KIND);
            return Optional.of(image);
        } catch (UnfitImage unfit) {
            progress.skipped(KIND, address, why(unfit.why()));
        } catch (IOException notFetched) {
            progress.skipped(KIND, address, String.valueOf(notFetched.getMessage()));
        }
        return Optional.empty();
    }

    private static String why(UnfitImage.Why why) {
        return switch (why) {
            case UNKNOWN_KIND -> "not a JPEG, PNG, WebP or GIF file";
            case UNUSABLE -> "damaged, or larger than is worked on";
            case BUSY -> "other images were being worked on for too long";
        };
    }
}
