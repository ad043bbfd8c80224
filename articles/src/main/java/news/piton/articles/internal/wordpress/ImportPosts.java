package news.piton.articles.internal.wordpress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.wxr.WxrAuthor;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrReader;
import news.piton.articles.wxr.WxrRecord;
import news.piton.articles.wxr.WxrSite;
import news.piton.articles.wxr.WxrTerm;
import news.piton.core.plugin.Importer;

/**
 * Reads a WordPress export twice: first for the files that posts name by number and that may stand behind them, then for the
 * posts.
 */
public final class ImportPosts implements Importer {
    private static final String FILES = "attachments";
    private static final int BATCH = 200;

    private final ImportStore imports;
    private final BringPost bringPost;

    public ImportPosts(ImportStore imports, BringPost bringPost) {
        this.imports = imports;
        this.bringPost = bringPost;
    }

    @Override
    public String format() {
        return "wordpress";
    }

    @Override
    public void run(Source source, Progress progress) throws IOException, ImportFailed {
        try {
            keepFiles(source, progress);
        } catch (ImportFailed broken) {
            // the posts before the place where it is broken come in all the same; reading those fails there again
        }
        bringPosts(source, progress);
    }

    private void keepFiles(Source source, Progress progress) throws IOException, ImportFailed {
        String origin = "";
        List<ImportFile> batch = new ArrayList<>();
        try (WxrReader reader = new WxrReader(source.open())) {
            for (WxrRecord record = reader.next();
                    record != null && !progress.stopRequested();
                    record = reader.next()) {
                if (record instanceof WxrSite site) {
                    origin = site.origin();
                } else if (record instanceof WxrItem item && item.type().equals("attachment")) {
                    add(item, batch, progress);
                }
                if (batch.size() == BATCH) {
                    keep(origin, batch, progress);
                }
                progress.at(reader.position() / 2);
            }
        } finally {
            keep(origin, batch, progress);
        }
    }

    private static void add(WxrItem item, List<ImportFile> batch, Progress progress) {
        Optional<ImportFile> file = Attachment.file(item);
        if (file.isPresent()) {
            batch.add(file.get());
        } else {
            progress.skipped(FILES, BringPost.inShort(item), "without an address on the web");
        }
    }

    private void keep(String origin, List<ImportFile> batch, Progress progress) {
        int added = batch.isEmpty() ? 0 : imports.keep(origin, batch);
        for (int i = 0; i < batch.size(); i++) {
            if (i < added) {
                progress.imported(FILES);
            } else {
                progress.known(FILES);
            }
        }
        batch.clear();
    }

    private void bringPosts(Source source, Progress progress) throws IOException, ImportFailed {
        String origin = "";
        Directory directory = new Directory();
        try (WxrReader reader = new WxrReader(source.open())) {
            for (WxrRecord record = reader.next();
                    record != null && !progress.stopRequested();
                    record = reader.next()) {
                switch (record) {
                    case WxrSite site -> origin = site.origin();
                    case WxrAuthor author -> directory.add(author);
                    case WxrTerm term -> directory.add(term);
                    case WxrItem item -> bring(origin, directory, item, progress);
                }
                progress.at((source.size() + reader.position()) / 2);
            }
        }
    }

    private void bring(String origin, Directory directory, WxrItem item, Progress progress) {
        switch (item.type()) {
            case "post" -> bringPost.bring(origin, directory, item, progress);
            case "attachment" -> {} // came in on the first reading
            case "page" -> progress.skipped("pages", BringPost.inShort(item), "Piton has articles, and no pages");
            case "nav_menu_item" -> progress.skipped("menu items", BringPost.inShort(item), "no content");
            default -> progress.skipped("other items", BringPost.inShort(item), "of the type \"" + item.type() + "\"");
        }
    }
}
