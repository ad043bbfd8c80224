package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.core.graphql.Pages;
import news.piton.core.plugin.Contribution;

/** What the whole paper holds: for archives, sitemaps, and others who take everything. */
public final class ArchiveFields {
    private static final int LARGEST = 1_000;

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
        return archive.spans(
                length, environment.getArgument("publishedAfter"), environment.getArgument("publishedBefore"));
    }
}
