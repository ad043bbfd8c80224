package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** A page that a cache has kept over an update still finds its style. */
class AssetFilesJourneyTest {

    private static String keeping(HttpResponse<String> file) {
        return file.headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    void the_address_of_yesterday_s_style_gives_today_s_for_a_while() {
        try (TestHost host = Visitor.articlesAlone();
                Visitor visitor = Visitor.of(host)) {
            String now = visitor.page("/").select("link[rel=stylesheet]").attr("href");
            HttpResponse<String> current = visitor.get(now);
            assertEquals("public, max-age=31536000, immutable", keeping(current));
            HttpResponse<String> old = visitor.get("/assets/site-AAAAAAAAAAAAAAAAAAAA.css");
            assertEquals(200, old.statusCode());
            assertEquals(current.body(), old.body());
            assertEquals("public, max-age=60", keeping(old));
            for (String none :
                    List.of("/assets/site-.css", "/assets/site.css", "/assets/site-a.b.css", "/assets/x.css")) {
                assertEquals(404, visitor.get(none).statusCode(), none);
            }
            assertTrue(visitor.get("/assets/site-AAAA.js").body().contains("use strict"));
        }
    }
}
