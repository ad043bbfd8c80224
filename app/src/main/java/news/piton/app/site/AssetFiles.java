package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.List;
import java.util.stream.Stream;
import news.piton.app.site.view.Frame.Assets;
import news.piton.core.plugin.Contribution.Route;

/**
 * The style, the script and the icon, each at an address that changes with its content, to be kept for a year. A page that a
 * cache has kept over an update, or that another node has made, names another address; it is given what there is, to be kept
 * for a minute.
 */
final class AssetFiles {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String FOR_NOW = "public, max-age=60";

    private final File css = File.of("site", "css", "text/css; charset=utf-8");
    private final File script = File.of("site", "js", "text/javascript; charset=utf-8");
    private final File icon = File.of("icon", "svg", "image/svg+xml");

    /** @param others the pattern of the addresses that it had, or will have */
    private record File(String path, String others, String type, byte[] bytes) {
        static File of(String name, String suffix, String type) {
            byte[] bytes = Documents.resource(name + "." + suffix);
            return new File(
                    "/assets/" + name + "-" + Digest.of(bytes) + "." + suffix,
                    "/assets/" + name + "-{digest:[A-Za-z0-9_-]+}." + suffix,
                    type,
                    bytes);
        }
    }

    Assets assets() {
        return new Assets(css.path(), script.path(), icon.path());
    }

    List<Route> routes() {
        return Stream.of(css, script, icon)
                .flatMap(file -> Stream.of(Method.GET, Method.HEAD)
                        .flatMap(method -> Stream.of(
                                new Route(method, file.path(), handler(file, FOR_GOOD)),
                                new Route(method, file.others(), handler(file, FOR_NOW)))))
                .toList();
    }

    private static Handler handler(File file, String kept) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, file.type());
            response.header(HeaderNames.CACHE_CONTROL, kept);
            response.header("X-Content-Type-Options", "nosniff");
            response.header("Cross-Origin-Resource-Policy", "same-origin");
            response.header("Content-Security-Policy", "default-src 'none'; sandbox");
            Sending.body(request, response, file.bytes());
        };
    }
}
