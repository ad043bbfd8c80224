package news.piton.articles;

import io.helidon.http.Method;
import java.time.Duration;
import java.util.Set;
import news.piton.articles.internal.archive.ArchiveArticles;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.catalogue.CreateAuthor;
import news.piton.articles.internal.catalogue.CreateSection;
import news.piton.articles.internal.catalogue.CreateSource;
import news.piton.articles.internal.catalogue.MergeTags;
import news.piton.articles.internal.catalogue.UpdateAuthor;
import news.piton.articles.internal.catalogue.UpdateSection;
import news.piton.articles.internal.catalogue.UpdateSource;
import news.piton.articles.internal.catalogue.UpdateTag;
import news.piton.articles.internal.checks.CheckList;
import news.piton.articles.internal.correcting.ConfirmRetraction;
import news.piton.articles.internal.correcting.CorrectArticle;
import news.piton.articles.internal.correcting.Correcting;
import news.piton.articles.internal.correcting.WithdrawRetraction;
import news.piton.articles.internal.counting.CountRead;
import news.piton.articles.internal.counting.ForgetReads;
import news.piton.articles.internal.counting.MostRead;
import news.piton.articles.internal.counting.Reads;
import news.piton.articles.internal.exporting.JsonLinesExport;
import news.piton.articles.internal.exporting.WxrExport;
import news.piton.articles.internal.fetching.FetchFile;
import news.piton.articles.internal.fetching.Reach;
import news.piton.articles.internal.graphql.ArticleMutations;
import news.piton.articles.internal.graphql.ArticlesGraphql;
import news.piton.articles.internal.graphql.CatalogueMutations;
import news.piton.articles.internal.graphql.CheckFields;
import news.piton.articles.internal.graphql.CorrectionMutations;
import news.piton.articles.internal.graphql.LiveMutations;
import news.piton.articles.internal.graphql.PublishingFields;
import news.piton.articles.internal.graphql.PublishingMutations;
import news.piton.articles.internal.graphql.ReadFields;
import news.piton.articles.internal.graphql.RevisionMutations;
import news.piton.articles.internal.graphql.SearchFields;
import news.piton.articles.internal.graphql.Uploads;
import news.piton.articles.internal.live.CloseLiveBlog;
import news.piton.articles.internal.live.EditLiveEntry;
import news.piton.articles.internal.live.LiveEditing;
import news.piton.articles.internal.live.PostLiveEntry;
import news.piton.articles.internal.live.StartLiveBlog;
import news.piton.articles.internal.media.DevelopImage;
import news.piton.articles.internal.reading.Newsstand;
import news.piton.articles.internal.sample.SamplePaper;
import news.piton.articles.internal.search.FindArticles;
import news.piton.articles.internal.search.KeepSearchIndex;
import news.piton.articles.internal.search.SearchIndex;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.articles.internal.store.ArchiveStore;
import news.piton.articles.internal.store.ArticleLists;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.CheckReads;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.ReadStore;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.articles.internal.store.RevisionReads;
import news.piton.articles.internal.store.RevisionStore;
import news.piton.articles.internal.store.SearchFeed;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.TagStore;
import news.piton.articles.internal.store.UploadStore;
import news.piton.articles.internal.uploading.DescribeImage;
import news.piton.articles.internal.uploading.DropUnusedImages;
import news.piton.articles.internal.uploading.ImageSettings;
import news.piton.articles.internal.uploading.UploadImage;
import news.piton.articles.internal.web.ImageUpload;
import news.piton.articles.internal.web.MediaFiles;
import news.piton.articles.internal.wordpress.BringPosts;
import news.piton.articles.internal.wordpress.ImportPosts;
import news.piton.articles.internal.writing.AnnounceDue;
import news.piton.articles.internal.writing.Approval;
import news.piton.articles.internal.writing.CreateArticle;
import news.piton.articles.internal.writing.DecideOnRevision;
import news.piton.articles.internal.writing.EmbargoArticle;
import news.piton.articles.internal.writing.Files;
import news.piton.articles.internal.writing.Filing;
import news.piton.articles.internal.writing.PublishArticle;
import news.piton.articles.internal.writing.RestoreRevision;
import news.piton.articles.internal.writing.Settling;
import news.piton.articles.internal.writing.ShowConflict;
import news.piton.articles.internal.writing.SubmitArticle;
import news.piton.articles.internal.writing.Texts;
import news.piton.articles.internal.writing.Transition;
import news.piton.articles.internal.writing.UnpublishArticle;
import news.piton.articles.internal.writing.UpdateArticle;
import news.piton.articles.internal.writing.Views;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.core.identity.Role;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;

/** The articles' module. */
public final class ArticlesPlugin implements Plugin {
    /** How late the event of a scheduled publication may be; readers see the article on time. */
    private static final Duration ANNOUNCING = Duration.ofSeconds(20);

    private static final Duration DROPPING = Duration.ofHours(6);

    @Override
    public PluginDescription describe() {
        return ArticlesGraphql.describe(PluginDescription.of("articles", "0.1.0"))
                .migrations()
                .operations(
                        "graphiql/read.graphql",
                        "graphiql/write.graphql",
                        "graphiql/revise.graphql",
                        "graphiql/publish.graphql",
                        "graphiql/correct.graphql",
                        "graphiql/live.graphql")
                .permission(ArticlePermissions.WRITE_ARTICLES)
                .permission(ArticlePermissions.PUBLISH_ARTICLES)
                .role(new Role("AUTHOR", "Writes articles.", Set.of(ArticlePermissions.WRITE_ARTICLES)))
                .role(new Role(
                        "EDITOR",
                        "Runs the paper: writes, publishes and answers for what readers see.",
                        Set.of(ArticlePermissions.WRITE_ARTICLES, ArticlePermissions.PUBLISH_ARTICLES)))
                .setting(ImageSettings.LARGEST_FILE)
                .setting(ImageSettings.MEGAPIXELS)
                .setting(ImageSettings.TIME)
                .setting(ImageSettings.UNUSED)
                .publishes(
                        ArticlePublished.TYPE,
                        ArticleUnpublished.TYPE,
                        ArticleUpdated.TYPE,
                        ArticleRevised.TYPE,
                        ArticleCorrected.TYPE,
                        TagsMerged.TYPE,
                        LiveEntryPosted.TYPE)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        var database = platform.database();
        var clock = platform.clock();
        var ids = platform.ids();
        var outbox = platform.outbox();
        var permalinks = new Permalinks(platform.site());
        var articles = new ArticleStore(database);
        var parts = new PartStore(database, permalinks);
        var uploads = new UploadStore(database, permalinks);
        var catalogue = new CatalogueStore(database, ids);
        var sections = new SectionTree(database, clock);
        var tags = new TagStore(database);
        var oldSlugs = new OldSlugs(database);
        var catalogueWrites = new CatalogueWrites(database, ids);
        var reads = new ArticleReads(database, clock, permalinks);
        var filing = new Filing(articles, parts, ids);
        var revisions = new RevisionStore(database, ids, permalinks);
        var past = new RevisionReads(database, permalinks);
        var files = new Files(articles, parts, revisions, permalinks);
        var texts = new Texts(articles, parts, reads, catalogue, revisions, past, files, ids, outbox);
        var views = new Views(reads);
        var history = new HistoryStore(database);
        var embargoes = new EmbargoStore(database);
        var settling = new Settling(articles, history, outbox);
        var checks = new CheckList(
                reads,
                catalogue,
                embargoes,
                new CheckReads(database),
                permalinks,
                clock,
                platform.site().zone());
        var transition = new Transition(
                articles,
                files,
                history,
                settling,
                outbox,
                clock,
                platform.site().zone());
        var live = new LiveStore(database, clock);
        var corrections = new CorrectionStore(database, clock);
        var readings = new ArticlesGraphql.Readings(
                reads,
                new ArticleLists(database, clock, permalinks, sections),
                new RelatedReads(database, clock, permalinks),
                corrections,
                live,
                catalogue,
                past,
                tags,
                sections,
                parts,
                uploads,
                new ArchiveReads(database, clock),
                permalinks,
                clock);
        var writing = new ArticleMutations(
                new CreateArticle(database, clock, catalogue, filing, history, texts, views),
                new Uploads(uploads, permalinks));
        var publishing = new PublishingMutations(
                new SubmitArticle(database, transition, views),
                new PublishArticle(database, checks, transition, views),
                new UnpublishArticle(database, transition, views),
                new EmbargoArticle(database, articles, embargoes, transition, views));
        var approval = new Approval(texts, checks);
        var update = new UpdateArticle(database, clock, catalogue, texts, approval, views);
        var revising = new RevisionMutations(
                update,
                new RestoreRevision(database, clock, catalogue, texts, views),
                new DecideOnRevision(database, clock, catalogue, texts, approval, views),
                new ShowConflict(past, update),
                new Uploads(uploads, permalinks));
        var correcting = new Correcting(database, outbox, clock, ids, articles, corrections, views);
        var correctingMutations = new CorrectionMutations(
                new CorrectArticle(correcting, articles, corrections),
                new ConfirmRetraction(correcting, corrections),
                new WithdrawRetraction(correcting, articles, corrections));
        var liveEditing = new LiveEditing(database, outbox, clock, articles);
        var liveMutations = new LiveMutations(
                new StartLiveBlog(liveEditing, live, views),
                new CloseLiveBlog(liveEditing, live, views),
                new PostLiveEntry(liveEditing, live, outbox, ids),
                new EditLiveEntry(liveEditing, live));
        var sorting = new CatalogueMutations(
                new CreateSection(database, catalogueWrites, sections),
                new UpdateSection(database, catalogue, catalogueWrites, oldSlugs, sections),
                new UpdateTag(database, tags, oldSlugs),
                new MergeTags(database, outbox, tags, oldSlugs),
                new CreateAuthor(database, catalogueWrites),
                new UpdateAuthor(database, catalogue, catalogueWrites, oldSlugs),
                new CreateSource(database, catalogueWrites),
                new UpdateSource(database, catalogue, catalogueWrites));
        var imports = new ImportStore(database);
        var archive = new ArchiveArticles(
                database, ids, new ArchiveStore(database, permalinks), articles, catalogueWrites, permalinks);
        var bringPosts = new BringPosts(clock, platform.site().zone(), imports, archive);
        var exports = new ExportStore(database, reads, catalogue, uploads);
        var limits = ImageSettings.limits(platform.settings());
        var upload = new UploadImage(
                database, clock, ids, platform.tokens(), uploads, new DevelopImage(limits, clock), limits.time());
        var fetch = new FetchFile(Reach.PUBLIC, clock, limits.bytes(), limits.time());
        var mediaFiles = new MediaFiles(uploads);
        var describeImage = new DescribeImage(database, uploads);
        var feed = new SearchFeed(database);
        var index = SearchIndex.open(platform.folder(), platform.tokens().fingerprint("articles.search", "index"));
        var keeper = new KeepSearchIndex(feed, index);
        var find = new FindArticles(keeper, index, reads, clock);
        var readStore = new ReadStore(database, clock);
        var countedReads = new Reads(clock, readStore);
        var contribution = Contribution.builder()
                .closing(keeper)
                .closing(countedReads)
                .job(new Job("articles.forget-reads", new Schedule.Every(DROPPING), new ForgetReads(clock, readStore)));
        new ReadFields(
                        new CountRead(database, platform.guard(), clock, reads, countedReads),
                        new MostRead(clock, countedReads, readStore, reads))
                .contribute(contribution);
        new SearchFields(find, reads, corrections, catalogue, sections, clock).contribute(contribution);
        PublishingFields.contribute(contribution, history, embargoes);
        publishing.contribute(contribution);
        CheckFields.contribute(contribution, checks);
        correctingMutations.contribute(contribution);
        liveMutations.contribute(contribution);
        return ArticlesGraphql.contribute(contribution, readings, writing, revising, sorting, describeImage)
                .staffRoute(
                        Method.POST,
                        "/media",
                        ArticlePermissions.WRITE_ARTICLES,
                        "uploadImage",
                        new ImageUpload(upload, limits, platform.site())::receive)
                .route(Method.GET, "/media/{name}/{file}", mediaFiles::send)
                .route(Method.HEAD, "/media/{name}/{file}", mediaFiles::send)
                .job(new Job(
                        "articles.drop-unused-images",
                        new Schedule.Every(DROPPING),
                        new DropUnusedImages(
                                database, clock, uploads, platform.settings().get(ImageSettings.UNUSED))))
                .export(Articles.class, new Newsstand(reads))
                .export(WordPressArchive.class, imports)
                .importer(new ImportPosts(imports, bringPosts, fetch, upload))
                .closing(fetch)
                .exporter(new WxrExport(exports, clock, platform.site()))
                .exporter(new JsonLinesExport(exports, clock, platform.site()))
                .job(new Job(
                        "articles.announce-due",
                        new Schedule.Every(ANNOUNCING),
                        new AnnounceDue(database, clock, articles, settling)))
                .sample(new SamplePaper(clock, catalogue, catalogueWrites, filing))
                .build();
    }
}
