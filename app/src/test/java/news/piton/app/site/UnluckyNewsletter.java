package news.piton.app.site;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;

/** A module that takes the newsletter's place, and fails when it is told to. */
final class UnluckyNewsletter implements Plugin {
    private final AtomicBoolean failing = new AtomicBoolean();

    record Newsletter(String slug, String title, String description) {}

    void fails(boolean now) {
        failing.set(now);
    }

    @Override
    public PluginDescription describe() {
        return PluginDescription.of("newsletter", "1.0.0")
                .sdl("graphql/unlucky-newsletter.graphqls")
                .type("Newsletter", Newsletter.class)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        return Contribution.builder()
                .query("newsletters", environment -> {
                    if (failing.get()) {
                        throw new IllegalStateException("The newsletters are lost.");
                    }
                    return List.of(new Newsletter("daily", "Daily", "The day."));
                })
                .build();
    }
}
