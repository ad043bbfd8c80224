package org.example.tips;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.articles.ArticlePublished;
import news.piton.articles.ArticleView;
import news.piton.core.graphql.Loader;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;

/** Readers' tips about articles: the sample that CONTRIBUTING.md explains step by step. */
public final class TipsPlugin implements Plugin {
    private static final Duration KEPT = Duration.ofDays(90);

    @Override
    public PluginDescription describe() {
        return PluginDescription.of("tips", "1.0.0")
                .requires("articles")
                .sdl("graphql/tips.graphqls")
                .migrations()
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        TipStore tips = new TipStore(platform.database());
        SendTip sendTip = new SendTip(platform.database(), tips, platform.ids(), platform.clock());
        InstantSource clock = platform.clock();
        Loader<Long, Integer> counts = new Loader<>("tips.counts", (articleIds, caller) -> tips.counts(articleIds));
        return Contribution.builder()
                .loader(counts)
                .field(
                        "Article",
                        "tipCount",
                        environment -> counts.load(
                                environment,
                                environment.<ArticleView>getSource().id()))
                .mutation("sendTip", SendTip.Input.class, SendTip.Sent.class, call -> sendTip.send(call.input()))
                .on(ArticlePublished.TYPE, "open-box", event -> tips.open(event.articleId()))
                .job(new Job(
                        "tips.forget-old",
                        new Schedule.Every(Duration.ofHours(6)),
                        stop -> tips.forget(clock.instant().minus(KEPT))))
                .build();
    }
}
