package news.piton.articles.internal.wordpress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.piton.articles.internal.fetching.FetchFile;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.internal.uploading.UploadImage;
import news.piton.articles.wxr.WxrAuthor;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrReader;
import news.piton.articles.wxr.WxrRecord;
import news.piton.articles.wxr.WxrSite;
import news.piton.articles.wxr.WxrTerm;
import news.piton.core.plugin.Importer;

/**
 * Reads a WordPress export twice: first for the files and reusable blocks that posts name by number and that may stand behind
 * them, then for the posts.
 */
public final class ImportPosts implements Importer {
    private static final String FILES = "attachments";
    private static final String BLOCKS = "reusable blocks";
    private static final int BATCH = 200;

    /** In one transaction. What is not committed when Piton is killed is done again. */
    private static final int POSTS = 100;

    /** In characters of text: no more are held at a time than this and one post. */
    private static final long LARGEST = 2_000_000;

    private final ImportStore imports;
    private final BringPosts bringPosts;
    private final FetchFile fetch;
    private final UploadImage upload;

    public ImportPosts(ImportStore imports, BringPosts bringPosts, FetchFile fetch, UploadImage upload) {
        this.imports = imports;
        this.bringPosts = bringPosts;
        this.fetch = fetch;
        this.upload = upload;
    }

    @Override
    public String format() {
        return "wordpress";
    }

    @Override
    public void run(Source source, Options options, Progress progress) throws IOException, ImportFailed {
        try {
            keepNumbered(source, progress);
        } catch (ImportFailed broken) {
            // the posts before the place where it is broken come in all the same; reading those fails there again
        }
        bringPosts(source, options, progress);
    }

    private void keepNumbered(Source source, Progress progress) throws IOException, ImportFailed {
        String origin = "";
        boolean piton = false;
        List<ImportFile> batch = new ArrayList<>();
        try (WxrReader reader = new WxrReader(source.open())) {
            for (WxrRecord record = reader.next();
                    record != null && !progress.stopRequested();
                    record = reader.next()) {
                if (record instanceof WxrSite site) {
                    origin = site.origin();
                    piton = site.fromPiton();
                } else if (record instanceof WxrItem item && item.type().equals("attachment")) {
                    if (!piton || item.id() > 0) { // a Piton numbers only those that articles name by number
                        add(item, batch, progress);
                    }
                } else if (record instanceof WxrItem item && item.type().equals("wp_block")) {
                    keepBlock(origin, item, progress);
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
            progress.skipped(FILES, BringPosts.inShort(item), "without an address on the web");
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

    /** WordPress shows no others than published ones. */
    private void keepBlock(String origin, WxrItem item, Progress progress) {
        if (!item.status().equals("publish") || item.id() <= 0) {
            progress.skipped(BLOCKS, BringPosts.inShort(item), "not published");
        } else if (item.content().length() > PostBody.LONGEST) {
            progress.skipped(BLOCKS, BringPosts.inShort(item), "longer than an article can be");
        } else if (imports.keepBlock(origin, item.id(), item.content())) {
            progress.imported(BLOCKS);
        } else {
            progress.known(BLOCKS);
        }
    }

    private void bringPosts(Source source, Options options, Progress progress) throws IOException, ImportFailed {
        Directory directory = new Directory();
        boolean inHead = true;
        Pictures pictures = pictures(options);
        List<WxrItem> batch = new ArrayList<>();
        long size = 0;
        try (WxrReader reader = new WxrReader(source.open())) {
            for (WxrRecord record = reader.next();
                    record != null && !progress.stopRequested();
                    record = reader.next()) {
                switch (record) {
                    case WxrSite site -> directory.add(site);
                    case WxrAuthor author -> directory.add(author);
                    case WxrTerm term -> directory.add(term);
                    case WxrItem item -> {
                        if (inHead && directory.fromPiton()) {
                            bringPosts.sections(directory, progress);
                        }
                        inHead = false;
                        if (comesIn(item, progress)) {
                            batch.add(item);
                            size += item.content().length();
                        }
                    }
                }
                if (batch.size() == POSTS || size > LARGEST) {
                    List<WxrItem> full = List.copyOf(batch);
                    batch.clear();
                    size = 0;
                    bringPosts.bring(directory, full, pictures, progress);
                }
                progress.at((source.size() + reader.position()) / 2);
            }
        } finally { // what stands before a place where the file is broken comes in
            if (!batch.isEmpty()) {
                bringPosts.bring(directory, batch, pictures, progress);
            }
        }
    }

    private Pictures pictures(Options options) {
        return options.fetchMedia() ? new FetchedPictures(fetch, upload, options.dryRun()) : Pictures.LEFT;
    }

    private static boolean comesIn(WxrItem item, Progress progress) {
        String what = BringPosts.inShort(item);
        switch (item.type()) {
            case "post", "page" -> {
                return true;
            }
            case "attachment", "wp_block" -> {} // came in on the first reading
            case "nav_menu_item" -> progress.skipped("menu items", what, "no content");
            default -> progress.skipped("other items", what, "of the type \"" + item.type() + "\"");
        }
        return false;
    }
}
