package news.piton.articles.internal.exporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.wxr.WxrDate;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrItem.Meta;
import news.piton.articles.wxr.WxrKeys;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of an article. A WordPress fetches those of a text too, if its operator wants that, and shows them from there.
 *
 * @param post the article's number
 */
record Attachments(Article article, long post, WxrDate created, WxrDate changed) {

    WxrItem main(long number, ImageView image) {
        String caption = image.caption();
        String credit = image.credit();
        return item(
                number,
                1,
                image.url().toString(),
                image.alt(),
                caption == null ? "" : caption,
                credit == null ? "" : credit,
                image.width(),
                image.height());
    }

    /**
     * Those that a text shows besides the main one, each once. They have no numbers, since nothing names them by one: a
     * WordPress numbers them itself.
     */
    List<WxrItem> shownIn(String content, @Nullable ImageView main) {
        List<WxrItem> items = new ArrayList<>();
        if (!content.contains("<img")) {
            return items;
        }
        Set<String> known = new HashSet<>();
        if (main != null) {
            known.add(main.url().toString());
        }
        for (Element picture : Jsoup.parseBodyFragment(content).select("img[src]")) {
            String url = picture.attr("src");
            if (url.matches("(?i)https?://.+") && known.add(url)) {
                Element figure = picture.closest("figure");
                Element caption = figure == null ? null : figure.selectFirst("figcaption");
                items.add(item(
                        0,
                        items.size() + 2,
                        url,
                        picture.attr("alt"),
                        caption == null ? "" : caption.text(),
                        "",
                        pixels(picture, "width"),
                        pixels(picture, "height")));
            }
        }
        return items;
    }

    private static int pixels(Element picture, String side) {
        String text = picture.attr(side);
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** @param place among the pictures of the article: WordPress takes two of one title and time for the same */
    private WxrItem item(
            long number, int place, String url, String alt, String caption, String credit, int width, int height) {
        List<Meta> meta = new ArrayList<>();
        meta.add(new Meta(WxrKeys.ALT, Entities.escape(alt)));
        if (width > 0 && height > 0) {
            meta.add(new Meta(
                    WxrKeys.METADATA, "a:2:{s:5:\"width\";i:%d;s:6:\"height\";i:%d;}".formatted(width, height)));
        }
        if (!credit.isEmpty()) {
            meta.add(new Meta(WxrKeys.CREDIT, credit));
        }
        String counted = place == 1 ? "" : " (" + place + ")";
        return new WxrItem(
                0,
                number,
                "attachment",
                "inherit",
                "",
                Entities.escape(article.headline().text()) + counted,
                article.slug().text() + "-picture" + (place == 1 ? "" : "-" + place),
                "",
                url,
                "",
                created,
                changed,
                "",
                Entities.escape(caption),
                false,
                false,
                post,
                url,
                List.of(),
                meta,
                List.of());
    }
}
