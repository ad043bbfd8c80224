package news.piton.core.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/** The development outbox: the newest 1,000 mails that would have been sent if there were an SMTP server. */
public final class CapturedMails {
    public static final int MOST = 1_000;

    private final CapturedMailStore store;
    private final Ids ids;
    private final InstantSource clock;

    CapturedMails(Database database, Ids ids, InstantSource clock) {
        this.store = new CapturedMailStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first. */
    public List<CapturedMail> newest(int most) {
        return store.newest(most);
    }

    /** All of them, opened, oldest first. */
    public List<Mail> all() {
        return store.raw().stream().map(raw -> OpenedMail.of(raw).mail()).toList();
    }

    public Optional<OpenedMail> open(long id) {
        return store.raw(id).map(OpenedMail::of);
    }

    /** As with a real server, what was handed over stays so: it is stored in a transaction of its own. */
    void add(Letter letter) {
        CapturedMail mail =
                new CapturedMail(ids.next(), clock.instant(), letter.to().text(), letter.subject());
        @Nullable Throwable[] failure = new Throwable[1];
        Thread thread = Thread.ofVirtual()
                .name("capture mail")
                .uncaughtExceptionHandler((itself, thrown) -> failure[0] = thrown)
                .start(() -> store.add(mail, letter.raw()));
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (failure[0] != null) {
            throw new IllegalStateException("A mail could not be put into the development outbox.", failure[0]);
        }
    }
}
