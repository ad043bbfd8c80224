package news.piton.articles.internal.web;

import io.helidon.http.Method;
import news.piton.articles.ArticlePermissions;
import news.piton.core.plugin.Contribution;

/** Where images are sent to, and where they lie. */
public final class ImageRoutes {
    private ImageRoutes() {}

    public static void contribute(Contribution.Builder to, ImageUpload upload, MediaFiles files) {
        to.staffRoute(Method.POST, "/media", ArticlePermissions.WRITE_ARTICLES, "uploadImage", upload::receive)
                .route(Method.GET, "/media/{name}/{file}", files::send)
                .route(Method.HEAD, "/media/{name}/{file}", files::send);
    }
}
