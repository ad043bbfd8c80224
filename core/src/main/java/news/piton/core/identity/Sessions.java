package news.piton.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import news.piton.core.id.Ids;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/** Begins and forgets sessions. */
final class Sessions {
    static final Setting<Duration> IDLE = Setting.duration(
            "identity.session-idle", Duration.ofHours(12), "How long a session lasts without being used.");
    static final Setting<Duration> LIFE = Setting.duration(
            "identity.session-life",
            Duration.ofDays(14),
            "How long a session lasts at the most, however much it is used.");

    private final SessionStore store;
    private final Settings settings;
    private final Ids ids;
    private final InstantSource clock;

    Sessions(SessionStore store, Settings settings, Ids ids, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The token of a new session. */
    SessionToken begin(long staffId) {
        Secret secret = Secret.fresh(Credential.Kind.SESSION);
        store.add(ids.next(), secret, staffId, clock.instant());
        return new SessionToken(secret.text(), settings.get(LIFE));
    }

    Job forgetEnded() {
        return new Job("core.forget-sessions", new Schedule.Every(Duration.ofHours(1)), stop -> {
            Instant now = clock.instant();
            store.forget(now.minus(settings.get(LIFE)), now.minus(settings.get(IDLE)));
        });
    }
}
