package news.piton.comments.internal.wordpress;

import java.io.IOException;
import java.util.OptionalLong;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrReader;
import news.piton.articles.wxr.WxrRecord;
import news.piton.articles.wxr.WxrSite;
import news.piton.core.plugin.Importer;

/** Reads a WordPress export and brings in the comments of every post that has become an article. */
public final class ImportComments implements Importer {
    private static final String KIND = "comments";

    private final WordPressArchive archive;
    private final BringThread bringThread;

    public ImportComments(WordPressArchive archive, BringThread bringThread) {
        this.archive = archive;
        this.bringThread = bringThread;
    }

    @Override
    public String format() {
        return "wordpress";
    }

    @Override
    public void run(Source source, Options options, Progress progress) throws IOException, ImportFailed {
        String origin = "";
        try (WxrReader reader = new WxrReader(source.open())) {
            for (WxrRecord record = reader.next();
                    record != null && !progress.stopRequested();
                    record = reader.next()) {
                if (record instanceof WxrSite site) {
                    origin = site.origin();
                } else if (record instanceof WxrItem item) {
                    bring(origin, item, progress);
                }
                progress.at(reader.position());
            }
        }
    }

    private void bring(String origin, WxrItem item, Progress progress) {
        if (item.comments().isEmpty() && (item.commentsOpen() || !canBeArticle(item))) {
            return;
        }
        OptionalLong article = archive.articleFor(origin, item.id());
        if (article.isPresent()) {
            bringThread.bring(article.getAsLong(), origin, item).tell(progress, KIND);
        } else {
            item.comments().forEach(comment -> skip(comment, item, progress));
        }
    }

    private static boolean canBeArticle(WxrItem item) {
        return item.type().equals("post") || item.type().equals("page");
    }

    private static void skip(WxrComment comment, WxrItem item, Progress progress) {
        String below = canBeArticle(item) ? "a post that did not come in" : "what is no post, but a " + item.type();
        progress.skipped(KIND, BringThread.inShort(comment), "below " + below);
    }
}
