package news.piton.articles.internal.wiring;

import java.time.Duration;
import news.piton.articles.internal.catalogue.CreateAuthor;
import news.piton.articles.internal.catalogue.CreateSection;
import news.piton.articles.internal.catalogue.CreateSource;
import news.piton.articles.internal.catalogue.MergeTags;
import news.piton.articles.internal.catalogue.UpdateAuthor;
import news.piton.articles.internal.catalogue.UpdateSection;
import news.piton.articles.internal.catalogue.UpdateSource;
import news.piton.articles.internal.catalogue.UpdateTag;
import news.piton.articles.internal.graphql.CatalogueMutations;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;

/** How the newsroom keeps what articles are sorted by: sections, tags, authors, sources. */
public final class Sorting {
    /** How long what was begun may wait, after a crash too. */
    private static final Duration MERGING = Duration.ofSeconds(20);

    private Sorting() {}

    public static void wire(Contribution.Builder to, Ground ground) {
        Stores stores = ground.stores();
        var database = ground.database();
        var catalogue = stores.catalogue();
        var writes = stores.catalogueWrites();
        var oldSlugs = new OldSlugs(database);
        var outbox = ground.outbox();
        var mergeTags = new MergeTags(database, outbox, stores.tags(), oldSlugs);
        to.job(new Job("articles.merge-tags", new Schedule.Every(MERGING), mergeTags));
        new CatalogueMutations(
                        new CreateSection(database, outbox, writes),
                        new UpdateSection(database, outbox, catalogue, writes, oldSlugs),
                        new UpdateTag(database, outbox, stores.tags(), oldSlugs),
                        mergeTags,
                        new CreateAuthor(database, outbox, writes),
                        new UpdateAuthor(database, outbox, catalogue, writes, oldSlugs),
                        new CreateSource(database, outbox, writes),
                        new UpdateSource(database, outbox, catalogue, writes),
                        catalogue)
                .contribute(to);
    }
}
