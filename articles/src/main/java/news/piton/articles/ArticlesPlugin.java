package news.piton.articles;

import java.util.Set;
import news.piton.articles.internal.fetching.Reach;
import news.piton.articles.internal.graphql.ArticlesGraphql;
import news.piton.articles.internal.uploading.ImageSettings;
import news.piton.articles.internal.wiring.Carrying;
import news.piton.articles.internal.wiring.Ground;
import news.piton.articles.internal.wiring.Reading;
import news.piton.articles.internal.wiring.Searching;
import news.piton.articles.internal.wiring.Sorting;
import news.piton.articles.internal.wiring.Writing;
import news.piton.core.identity.Role;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;

/** The articles' module. */
public final class ArticlesPlugin implements Plugin {
    private final Reach reach;

    /** As every installation has it. */
    public ArticlesPlugin() {
        this(Reach.PUBLIC);
    }

    /** @param reach where an import may fetch pictures from, for tests that have a server of their own */
    ArticlesPlugin(Reach reach) {
        this.reach = reach;
    }

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
                        ArticleFeatured.TYPE,
                        SectionChanged.TYPE,
                        TagChanged.TYPE,
                        TagsMerged.TYPE,
                        AuthorChanged.TYPE,
                        SourceChanged.TYPE,
                        LiveEntryPosted.TYPE)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        Ground ground =
                Ground.of(platform.database(), platform.outbox(), platform.clock(), platform.ids(), platform.site());
        Contribution.Builder contribution = Contribution.builder();
        Reading.wire(contribution, ground, platform.guard());
        Searching.wire(contribution, ground, platform.folder(), platform.tokens());
        Writing.wire(contribution, ground);
        Sorting.wire(contribution, ground);
        Carrying.wire(contribution, ground, platform.settings(), platform.tokens(), reach);
        return contribution.build();
    }
}
