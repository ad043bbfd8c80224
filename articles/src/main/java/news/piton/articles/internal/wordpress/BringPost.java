package news.piton.articles.internal.wordpress;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.piton.articles.internal.archive.ArchiveArticle;
import news.piton.articles.internal.archive.ArchivedArticle;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.wxr.WxrItem;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.plugin.Importer.Progress;

/** Brings in one post, in one transaction that also remembers it, so that it comes once. */
public final class BringPost {
    private static final String POSTS = "posts";
    private static final int LONGEST_CONTENT = 4 * Body.LONGEST;

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ImportStore imports;
    private final ArchiveArticle archiveArticle;

    /** @param zone the old site's, for dates that are known by its clock only */
    public BringPost(
            Database database, InstantSource clock, ZoneId zone, ImportStore imports, ArchiveArticle archiveArticle) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.imports = imports;
        this.archiveArticle = archiveArticle;
    }

    void bring(String origin, Directory directory, WxrItem item, Progress progress) {
        Instant now = clock.instant();
        PostReading reading = new PostReading(item, directory, zone, now);
        switch (Standing.of(item, reading.date(), now)) {
            case Standing.Out(String why) -> progress.skipped(POSTS, inShort(item), why);
            case Standing.In(State state) -> {
                if (imports.articleFor(origin, item.id()).isPresent()) {
                    progress.known(POSTS);
                } else {
                    bring(origin, item, reading, state, progress);
                }
            }
        }
    }

    private void bring(String origin, WxrItem item, PostReading reading, State state, Progress progress) {
        Optional<Picture> picture = reading.thumbnail()
                .flatMap(number ->
                        imports.numbered(origin, List.of(number)).stream().findFirst())
                .flatMap(Attachment::picture);
        ArchivedArticle article;
        try {
            article = reading.article(state, body(origin, item), picture.orElse(null));
        } catch (Invalid unusable) {
            boolean tooLong = unusable.code().equals("TOO_LONG");
            progress.skipped(
                    POSTS, inShort(item), tooLong ? "longer than an article can be" : "its text cannot be read");
            return;
        }
        if (!store(origin, item.id(), article)) {
            progress.known(POSTS);
            return;
        }
        progress.imported(POSTS);
        if (picture.isEmpty() && reading.thumbnail().isPresent()) {
            progress.skipped("main pictures", inShort(item), "the export does not hold the file");
        }
        reading.surplusTags().forEach(tag -> progress.skipped("tags", tag.text(), "more than an article can carry"));
    }

    /** @return false when another import was faster */
    private boolean store(String origin, long post, ArchivedArticle article) {
        Outcome<Long> stored = database.inTransaction(() -> {
            long id = archiveArticle.archive(article);
            return imports.remember(origin, post, id)
                    ? Outcome.done(id)
                    : Outcome.refused(UserError.of("KNOWN", "This post has come in before."));
        });
        return stored instanceof Outcome.Done<Long>;
    }

    private Body body(String origin, WxrItem item) {
        if (item.content().length() > LONGEST_CONTENT) {
            throw Invalid.tooLong("The text is too long.");
        }
        return Body.fromHtml(PostBody.html(item.content(), new Shelf() {
            @Override
            public List<ImportFile> numbered(List<Long> originals) {
                return imports.numbered(origin, originals);
            }

            @Override
            public List<ImportFile> ofThisPost() {
                return imports.uploadedFor(origin, item.id());
            }
        }));
    }

    /** How messages name an item. */
    static String inShort(WxrItem item) {
        String title = PostBody.text(item.title());
        return title.isEmpty() ? "no. " + item.id() : "\"" + title + "\"";
    }
}
