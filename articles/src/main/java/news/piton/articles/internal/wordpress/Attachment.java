package news.piton.articles.internal.wordpress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrKeys;

/** Reads what an export tells of a file. Nothing is fetched: files stay where they are. */
final class Attachment {
    private static final int LONGEST_TEXT = 1_000;

    private Attachment() {}

    /** Empty for one without a number or an address on the web. */
    static Optional<ImportFile> file(WxrItem item) {
        String url = item.attachmentUrl().isEmpty() ? item.guid() : item.attachmentUrl();
        if (item.id() <= 0 || url.length() > WebAddress.LONGEST || !url.matches("https?://\\S+")) {
            return Optional.empty();
        }
        String sizes = item.meta(WxrKeys.METADATA).orElse("");
        return Optional.of(new ImportFile(
                item.id(),
                item.parent(),
                url,
                Cut.to(LONGEST_TEXT, PostBody.text(item.meta(WxrKeys.ALT).orElse(""))),
                Cut.to(LONGEST_TEXT, PostBody.text(item.excerpt())),
                pixels(sizes, "width"),
                pixels(sizes, "height"),
                item.link().length() > WebAddress.LONGEST ? "" : item.link(),
                Cut.to(Picture.LONGEST_CREDIT, item.meta(WxrKeys.CREDIT).orElse(""))));
    }

    /** From PHP's serialize, {@code s:5:"width";i:640;}: the picture's own before those of its smaller copies. */
    private static int pixels(String serialised, String name) {
        Matcher number = Pattern.compile("\"" + name + "\";i:([0-9]{1,5});").matcher(serialised);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** As an article's main picture; empty when it is none or its address is no address. */
    static Optional<Picture> picture(ImportFile file) {
        try {
            return file.isPicture()
                    ? Optional.of(new Picture(
                            WebAddress.of(file.url()),
                            file.width(),
                            file.height(),
                            file.alt(),
                            file.caption(),
                            file.credit()))
                    : Optional.empty();
        } catch (Invalid unusable) {
            return Optional.empty();
        }
    }
}
