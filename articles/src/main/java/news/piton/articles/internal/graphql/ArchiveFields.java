package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Pages;
import news.piton.core.plugin.Contribution;

/** What the whole paper holds: for archives, sitemaps, and others who take everything. */
public final class ArchiveFields {
    private static final int LARGEST = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_DAYS_OF_HOURS = 31;

    private final ArchiveReads archive;

    public ArchiveFields(ArchiveReads archive) {
        this.archive = archive;
    }

    public void contribute(Contribution.Builder to) {
        to.query("publishedSpans", this::spans)
                .query("publishedTags", env -> archive.tags(Pages.of(env, LARGEST)))
                .query("publishedAuthors", env -> archive.authors(Pages.of(env, LARGEST)));
    }

    private List<ArchiveReads.Span> spans(DataFetchingEnvironment environment) {
        ArchiveReads.Length length = ArchiveReads.Length.valueOf(environment.getArgumentOrDefault("length", "MONTH"));
        Instant from = environment.getArgument("publishedAfter");
        Instant before = environment.getArgument("publishedBefore");
        if (length == ArchiveReads.Length.MONTH) {
            return from == null && before == null ? archive.months() : archive.spans(length, from, before);
        }
        int days = length == ArchiveReads.Length.DAY ? MOST_DAYS : MOST_DAYS_OF_HOURS;
        if (from == null || before == null || Duration.between(from, before).toDays() > days) {
            throw Fault.badRequest(
                    "Ask for a " + length + " at a time within `publishedAfter` and `publishedBefore`, at most " + days
                            + " days apart. Months may be asked for without.");
        }
        return archive.spans(length, from, before);
    }
}
