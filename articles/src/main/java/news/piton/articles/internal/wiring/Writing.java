package news.piton.articles.internal.wiring;

import java.time.Duration;
import news.piton.articles.internal.checks.CheckList;
import news.piton.articles.internal.correcting.ConfirmRetraction;
import news.piton.articles.internal.correcting.CorrectArticle;
import news.piton.articles.internal.correcting.Correcting;
import news.piton.articles.internal.correcting.WithdrawRetraction;
import news.piton.articles.internal.graphql.ArticleMutations;
import news.piton.articles.internal.graphql.CheckFields;
import news.piton.articles.internal.graphql.CorrectionMutations;
import news.piton.articles.internal.graphql.LiveMutations;
import news.piton.articles.internal.graphql.PublishingFields;
import news.piton.articles.internal.graphql.PublishingMutations;
import news.piton.articles.internal.graphql.RevisionFields;
import news.piton.articles.internal.graphql.RevisionMutations;
import news.piton.articles.internal.graphql.Uploads;
import news.piton.articles.internal.live.CloseLiveBlog;
import news.piton.articles.internal.live.EditLiveEntry;
import news.piton.articles.internal.live.LiveEditing;
import news.piton.articles.internal.live.PostLiveEntry;
import news.piton.articles.internal.live.StartLiveBlog;
import news.piton.articles.internal.reading.RevisionTexts;
import news.piton.articles.internal.sample.SamplePaper;
import news.piton.articles.internal.store.CheckReads;
import news.piton.articles.internal.store.RevisionStore;
import news.piton.articles.internal.writing.AnnounceDue;
import news.piton.articles.internal.writing.Approval;
import news.piton.articles.internal.writing.CreateArticle;
import news.piton.articles.internal.writing.DecideOnRevision;
import news.piton.articles.internal.writing.EmbargoArticle;
import news.piton.articles.internal.writing.FeatureArticle;
import news.piton.articles.internal.writing.Files;
import news.piton.articles.internal.writing.Filing;
import news.piton.articles.internal.writing.Locking;
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
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;

/** What the newsroom does to an article: write, revise, check, publish, correct it and report live. */
public final class Writing {
    /** How late the event of a scheduled publication may be; readers see the article on time. */
    private static final Duration ANNOUNCING = Duration.ofSeconds(20);

    private Writing() {}

    public static void wire(Contribution.Builder to, Ground ground) {
        var articles = ground.stores().articles();
        var settling = new Settling(articles, ground.stores().history(), ground.outbox());
        var locking = new Locking(articles, settling, ground.clock());
        texts(to, ground, locking);
        corrections(to, ground, locking);
        live(to, ground, locking);
        to.job(new Job(
                "articles.announce-due",
                new Schedule.Every(ANNOUNCING),
                new AnnounceDue(ground.database(), ground.clock(), articles, settling)));
        Stores stores = ground.stores();
        to.sample(new SamplePaper(ground.clock(), stores.catalogue(), stores.catalogueWrites(), filing(ground)));
    }

    private static Filing filing(Ground ground) {
        return new Filing(ground.stores().articles(), ground.stores().parts(), ground.ids());
    }

    private static void texts(Contribution.Builder to, Ground ground, Locking locking) {
        Stores stores = ground.stores();
        var database = ground.database();
        var clock = ground.clock();
        var zone = ground.site().zone();
        var articles = stores.articles();
        var catalogue = stores.catalogue();
        var revisions = new RevisionStore(database, ground.ids(), ground.permalinks());
        var files = new Files(articles, stores.parts(), revisions, ground.permalinks());
        var texts = new Texts(
                articles,
                stores.parts(),
                stores.reads(),
                catalogue,
                revisions,
                stores.revisions(),
                files,
                ground.ids(),
                ground.outbox());
        var views = new Views(stores.reads());
        var uploads = new Uploads(stores.uploads(), ground.permalinks());
        new ArticleMutations(
                        new CreateArticle(database, clock, catalogue, filing(ground), stores.history(), texts, views),
                        uploads)
                .contribute(to);

        var transition = new Transition(locking, articles, files, stores.history(), ground.outbox(), zone);
        var checks = new CheckList(
                stores.reads(),
                catalogue,
                stores.embargoes(),
                new CheckReads(database),
                ground.permalinks(),
                clock,
                zone);
        new PublishingMutations(
                        new SubmitArticle(database, transition, views),
                        new PublishArticle(database, checks, transition, views),
                        new UnpublishArticle(database, transition, views),
                        new EmbargoArticle(database, articles, stores.embargoes(), transition, views),
                        new FeatureArticle(
                                database, stores.featured(), stores.corrections(), transition, ground.outbox(), views))
                .contribute(to);
        PublishingFields.contribute(to, stores.history(), stores.embargoes());
        CheckFields.contribute(to, checks);
        var approval = new Approval(texts, checks);
        var update = new UpdateArticle(database, locking, catalogue, texts, approval, views);
        new RevisionMutations(
                        update,
                        new RestoreRevision(database, locking, catalogue, texts, views),
                        new DecideOnRevision(database, locking, catalogue, texts, approval, views),
                        new ShowConflict(stores.revisions(), update),
                        uploads)
                .contribute(to);
        new RevisionFields(
                        stores.revisions(), new RevisionTexts(stores.revisions(), catalogue), stores.reads(), catalogue)
                .contribute(to);
    }

    private static void corrections(Contribution.Builder to, Ground ground, Locking locking) {
        var articles = ground.stores().articles();
        var corrections = ground.stores().corrections();
        var correcting = new Correcting(
                ground.database(),
                ground.outbox(),
                locking,
                ground.ids(),
                articles,
                corrections,
                new Views(ground.stores().reads()));
        new CorrectionMutations(
                        new CorrectArticle(correcting, articles, corrections),
                        new ConfirmRetraction(
                                correcting,
                                corrections,
                                ground.stores().featured(),
                                ground.stores().history()),
                        new WithdrawRetraction(correcting, articles, corrections))
                .contribute(to);
    }

    private static void live(Contribution.Builder to, Ground ground, Locking locking) {
        var live = ground.stores().live();
        var views = new Views(ground.stores().reads());
        var editing = new LiveEditing(
                ground.database(), ground.outbox(), locking, ground.stores().articles());
        new LiveMutations(
                        new StartLiveBlog(editing, live, views),
                        new CloseLiveBlog(editing, live, views),
                        new PostLiveEntry(editing, live, ground.outbox(), ground.ids()),
                        new EditLiveEntry(editing, live),
                        live)
                .contribute(to);
    }
}
