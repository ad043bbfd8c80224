package news.piton.app.site.syndication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/** Writes sitemaps (sitemaps.org, version 0.9) and Google's news sitemap. */
public final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private Sitemap() {}

    /** A page. @param changed null when that is not known */
    public record Place(String url, @Nullable Instant changed) {}

    /** @param sitemaps their addresses */
    public static String index(List<String> sitemaps) {
        return Xml.document(xml -> {
            xml.begin("sitemapindex");
            xml.namespace("", NAMESPACE);
            for (String each : sitemaps) {
                xml.begin("sitemap");
                xml.element("loc", each);
                xml.end();
            }
            xml.end();
        });
    }

    public static String of(List<Place> places) {
        return Xml.document(xml -> {
            xml.begin("urlset");
            xml.namespace("", NAMESPACE);
            for (Place each : places) {
                xml.begin("url");
                xml.element("loc", each.url());
                if (each.changed() != null) {
                    xml.element(
                            "lastmod",
                            each.changed().truncatedTo(ChronoUnit.SECONDS).toString());
                }
                xml.end();
            }
            xml.end();
        });
    }

    /** @param articles of the last two days, 1,000 at the most, as Google's news sitemaps allow */
    public static String news(Site site, List<Data> articles) {
        return Xml.document(xml -> {
            xml.begin("urlset");
            xml.namespace("", NAMESPACE);
            xml.namespace("news", NEWS);
            for (Data article : articles) {
                xml.begin("url");
                xml.element("loc", article.text("url"));
                xml.begin("news:news");
                xml.begin("news:publication");
                xml.element("news:name", site.name());
                xml.element("news:language", site.language().getLanguage()); // without a country, as ISO 639 has it
                xml.end();
                xml.element("news:publication_date", Frame.moment(article.time("publishedAt"), site));
                xml.element("news:title", article.text("headline"));
                xml.end();
                xml.end();
            }
            xml.end();
        });
    }
}
