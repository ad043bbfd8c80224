package news.piton.articles.internal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.media.ImageFormat;
import news.piton.articles.internal.media.ImageLimits;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.media.UnfitImage;
import news.piton.articles.internal.uploading.Description;
import news.piton.articles.internal.uploading.ReceivedImage;
import news.piton.articles.internal.uploading.UploadImage;
import news.piton.core.guard.SameOrigin;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Authentication;
import news.piton.core.site.Site;

/**
 * {@code POST /media?alt=…&caption=…&credit=…}: an image file as the body, for staff with {@code WRITE_ARTICLES}. The content
 * type is not looked at; the file itself tells. Answers 201 with the image's address and JSON; sent again, the same bytes get
 * the same answer. What is refused is answered with a sentence in plain text: 401, 403, 411 without Content-Length, 413, 415
 * for another kind of file, 422 for a damaged or too large image, 503 while others are being worked on.
 */
public final class ImageUpload {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 9110, section 15.5.21. */
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

    private final UploadImage upload;
    private final ImageLimits limits;
    private final SameOrigin sameOrigin;

    public ImageUpload(UploadImage upload, ImageLimits limits, Site site) {
        this.upload = upload;
        this.limits = limits;
        this.sameOrigin = new SameOrigin(site);
    }

    /** Ends a request with a sentence. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Status status;

        Refused(Status status, String sentence) {
            super(sentence, null, false, false);
            this.status = status;
        }
    }

    public void receive(ServerRequest request, ServerResponse response) {
        try {
            if (!withToken(request)
                    && !sameOrigin.made(name -> request.headers().all(HeaderNames.create(name), List::of))) {
                throw new Refused(
                        Status.FORBIDDEN_403,
                        "With a session's cookie, images are taken from this site's own pages only. Other programs send"
                                + " the token: Authorization: Bearer …");
            }
            checkLength(request);
            answer(response, receive(request, description(request)));
        } catch (Refused refused) {
            refuse(response, refused.status, refused);
        } catch (Invalid invalid) {
            refuse(response, UNPROCESSABLE, invalid);
        } catch (UnfitImage unfit) {
            refuse(response, status(unfit), unfit);
        }
    }

    /** Then no browser sends it for a foreign page. */
    private static boolean withToken(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(Authentication::isToken)
                .isPresent();
    }

    private void checkLength(ServerRequest request) {
        OptionalLong length = request.headers().contentLength();
        if (length.isEmpty()) {
            throw new Refused(
                    Status.LENGTH_REQUIRED_411, "Send the image file as the body, with its length in Content-Length.");
        }
        if (length.getAsLong() > limits.bytes()) {
            throw new Refused(
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "The file has " + length.getAsLong() + " bytes, and at most " + (limits.bytes() >> 20)
                            + " MiB are taken. Save it smaller.");
        }
        if (length.getAsLong() == 0) {
            throw new Refused(UNPROCESSABLE, "The body is empty. Send the image file as the body.");
        }
    }

    private ImageView receive(ServerRequest request, Description description) {
        try (InputStream body = request.content().inputStream();
                ReceivedImage file = new ReceivedImage(body)) {
            return upload.upload(file.content(), file.sha256(), description);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Description description(ServerRequest request) {
        return new Description(
                text(request, "alt", "The description of the picture", Picture.LONGEST_TEXT),
                text(request, "caption", "The caption", Picture.LONGEST_TEXT),
                text(request, "credit", "The credit", Picture.LONGEST_CREDIT));
    }

    private static Change<String> text(ServerRequest request, String parameter, String what, int most) {
        return request.query()
                .first(parameter)
                .asOptional()
                .map(given -> Change.to(PlainText.optional(what, given, most)))
                .orElseGet(Change::none);
    }

    private static void answer(ServerResponse response, ImageView image) {
        String path = image.url().getPath();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", GlobalId.encode("Image", image.id()));
        told.put("url", image.url().toString());
        told.put("width", image.width());
        told.put("height", image.height());
        told.put(
                "type",
                MediaAddress.of(path.substring(path.indexOf(MediaAddress.FOLDER)))
                        .map(MediaAddress::format)
                        .map(ImageFormat::contentType)
                        .orElseThrow());
        try {
            response.status(Status.CREATED_201)
                    .header(HeaderNames.LOCATION, image.url().toString())
                    .header(HeaderNames.CONTENT_TYPE, "application/json")
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .send(JSON.writeValueAsBytes(told));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Status status(UnfitImage unfit) {
        return switch (unfit.why()) {
            case UNKNOWN_KIND -> Status.UNSUPPORTED_MEDIA_TYPE_415;
            case UNUSABLE -> UNPROCESSABLE;
            case BUSY -> Status.SERVICE_UNAVAILABLE_503;
        };
    }

    private static void refuse(ServerResponse response, Status status, RuntimeException reason) {
        if (status.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderNames.RETRY_AFTER, "60");
        }
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderValues.CONNECTION_CLOSE)
                .send(reason.getMessage() + "\n");
    }
}
