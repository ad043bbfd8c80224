package news.piton.articles.internal.wiring;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.articles.Articles;
import news.piton.articles.internal.counting.CountRead;
import news.piton.articles.internal.counting.ForgetReads;
import news.piton.articles.internal.counting.MostRead;
import news.piton.articles.internal.graphql.ArchiveFields;
import news.piton.articles.internal.graphql.ArticleFields;
import news.piton.articles.internal.graphql.ArticleLoaders;
import news.piton.articles.internal.graphql.CatalogueFields;
import news.piton.articles.internal.graphql.CorrectionFields;
import news.piton.articles.internal.graphql.FeaturingFields;
import news.piton.articles.internal.graphql.LiveFields;
import news.piton.articles.internal.graphql.ReadFields;
import news.piton.articles.internal.graphql.UnpublishedFields;
import news.piton.articles.internal.reading.Newsstand;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.articles.internal.store.ArticleLists;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.LiveWordings;
import news.piton.articles.internal.store.ReadStore;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.core.guard.Guard;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.job.Tally;
import news.piton.core.plugin.Contribution;

/** What readers see: articles, their lists and parts, what is related to them and what is read most. */
public final class Reading {
    /** How often the reads of a day that is over are forgotten. */
    private static final Duration FORGETTING = Duration.ofHours(6);

    /** Reads wait no longer than that to be written down. */
    private static final Duration READS_WAIT = Duration.ofSeconds(10);

    private Reading() {}

    public static void wire(Contribution.Builder to, Ground ground, Guard guard) {
        Stores stores = ground.stores();
        ArticleLoaders loaders = new ArticleLoaders(
                stores.reads(),
                new ArticleLists(ground.database(), ground.clock(), ground.permalinks(), stores.sections()),
                new RelatedReads(ground.database(), ground.clock(), stores.reads()),
                stores.corrections());
        ArticleFields articles = new ArticleFields(stores.reads(), stores.corrections(), stores.sections(), loaders);
        articles.contribute(to);
        new CatalogueFields(stores.catalogue(), stores.tags(), stores.sections(), ground.clock(), articles)
                .contribute(to);
        new CorrectionFields(stores.reads(), stores.corrections(), loaders).contribute(to);
        new LiveFields(stores.live(), new LiveWordings(ground.database())).contribute(to);
        new FeaturingFields(stores.reads(), stores.featured()).contribute(to);
        new UnpublishedFields(stores.reads(), stores.catalogue(), stores.sections(), ground.clock()).contribute(to);
        new ArchiveFields(new ArchiveReads(ground.database(), ground.clock())).contribute(to);
        mostRead(to, ground, guard);
        to.export(Articles.class, new Newsstand(stores.reads()));
    }

    private static void mostRead(Contribution.Builder to, Ground ground, Guard guard) {
        ReadStore store = new ReadStore(ground.database(), ground.clock());
        InstantSource clock = ground.clock();
        Tally<Long> reads = new Tally<>("reads", READS_WAIT, clock, taken -> store.add(taken, clock.instant()));
        ArticleReads articles = ground.stores().reads();
        new ReadFields(
                        new CountRead(ground.database(), guard, clock, articles, reads),
                        new MostRead(
                                clock, reads, store, articles, ground.stores().sections()))
                .contribute(to);
        to.closing(reads)
                .job(new Job("articles.forget-reads", new Schedule.Every(FORGETTING), new ForgetReads(clock, store)));
    }
}
