package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.List;
import java.util.stream.Stream;
import news.piton.app.site.view.Frame.Assets;
import news.piton.core.plugin.Contribution.Route;

/** The style, the script and the icon, each at an address that changes with its content, to be kept for a year. */
final class AssetFiles {
    private final File css = File.of("site", "css", "text/css; charset=utf-8");
    private final File script = File.of("site", "js", "text/javascript; charset=utf-8");
    private final File icon = File.of("icon", "svg", "image/svg+xml");

    private record File(String path, String type, byte[] bytes) {
        static File of(String name, String suffix, String type) {
            byte[] bytes = Documents.resource(name + "." + suffix);
            return new File("/assets/" + name + "-" + Digest.of(bytes) + "." + suffix, type, bytes);
        }
    }

    Assets assets() {
        return new Assets(css.path(), script.path(), icon.path());
    }

    List<Route> routes() {
        return Stream.of(css, script, icon)
                .flatMap(file ->
                        Stream.of(Method.GET, Method.HEAD).map(method -> new Route(method, file.path(), handler(file))))
                .toList();
    }

    private static Handler handler(File file) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, file.type());
            response.header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
            response.header("X-Content-Type-Options", "nosniff");
            response.header("Cross-Origin-Resource-Policy", "same-origin");
            response.header("Content-Security-Policy", "default-src 'none'; sandbox");
            Sending.body(request, response, file.bytes());
        };
    }
}
