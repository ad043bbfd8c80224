package news.piton.articles.internal.wiring;

import java.time.Duration;
import news.piton.articles.internal.archive.ArchiveArticles;
import news.piton.articles.internal.archive.KeepPast;
import news.piton.articles.internal.exporting.Appendix;
import news.piton.articles.internal.exporting.JsonLinesExport;
import news.piton.articles.internal.exporting.WxrExport;
import news.piton.articles.internal.fetching.FetchFile;
import news.piton.articles.internal.fetching.Reach;
import news.piton.articles.internal.graphql.ImageFields;
import news.piton.articles.internal.graphql.TextImages;
import news.piton.articles.internal.media.DevelopImage;
import news.piton.articles.internal.store.ArchiveStore;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.internal.store.PastReads;
import news.piton.articles.internal.uploading.DescribeImage;
import news.piton.articles.internal.uploading.DropUnusedImages;
import news.piton.articles.internal.uploading.ImageSettings;
import news.piton.articles.internal.uploading.UploadImage;
import news.piton.articles.internal.web.ImageRoutes;
import news.piton.articles.internal.web.ImageUpload;
import news.piton.articles.internal.web.MediaFiles;
import news.piton.articles.internal.wordpress.BringPosts;
import news.piton.articles.internal.wordpress.ImportPosts;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;
import news.piton.core.settings.Settings;
import news.piton.core.token.Tokens;

/** How files come in and go out: pictures, and whole papers from and for WordPress. */
public final class Carrying {
    private static final Duration DROPPING = Duration.ofHours(6);

    private Carrying() {}

    /** @param reach where an import may fetch pictures from */
    public static void wire(Contribution.Builder to, Ground ground, Settings settings, Tokens tokens, Reach reach) {
        var database = ground.database();
        var clock = ground.clock();
        var uploads = ground.stores().uploads();
        var limits = ImageSettings.limits(settings);
        var upload = new UploadImage(
                database, clock, ground.ids(), tokens, uploads, new DevelopImage(limits, clock), limits.time());
        ImageRoutes.contribute(to, new ImageUpload(upload, limits, ground.site()), new MediaFiles(uploads));
        new ImageFields(
                        ground.stores().parts(),
                        uploads,
                        ground.permalinks(),
                        clock,
                        new DescribeImage(database, uploads))
                .contribute(to);
        new TextImages(uploads, ground.permalinks()).contribute(to);
        to.job(new Job(
                "articles.drop-unused-images",
                new Schedule.Every(DROPPING),
                new DropUnusedImages(database, clock, uploads, settings.get(ImageSettings.UNUSED))));
        bringIn(to, ground, upload, new FetchFile(reach, clock, limits.bytes(), limits.time()));
        takeOut(to, ground);
    }

    private static void bringIn(Contribution.Builder to, Ground ground, UploadImage upload, FetchFile fetch) {
        var database = ground.database();
        var imports = new ImportStore(database);
        var archive = new ArchiveArticles(
                database,
                ground.ids(),
                new ArchiveStore(database, ground.permalinks()),
                ground.stores().articles(),
                ground.stores().catalogueWrites(),
                new KeepPast(
                        ground.ids(),
                        ground.stores().embargoes(),
                        ground.stores().corrections(),
                        ground.stores().live(),
                        ground.stores().featured()),
                ground.permalinks());
        var bringPosts = new BringPosts(ground.clock(), ground.site().zone(), imports, archive);
        to.export(WordPressArchive.class, imports)
                .importer(new ImportPosts(imports, bringPosts, fetch, upload))
                .closing(fetch);
    }

    private static void takeOut(Contribution.Builder to, Ground ground) {
        Stores stores = ground.stores();
        var exports = new ExportStore(
                ground.database(),
                stores.reads(),
                stores.catalogue(),
                stores.sections(),
                stores.uploads(),
                stores.embargoes(),
                stores.featured(),
                ground.clock());
        var past = new PastReads(ground.database(), stores.revisions(), ground.permalinks());
        var appendix = new Appendix(stores.corrections(), stores.live(), past, ground.site());
        to.exporter(new WxrExport(exports, appendix, ground.clock(), ground.site()))
                .exporter(new JsonLinesExport(exports, past, ground.clock(), ground.site()));
    }
}
