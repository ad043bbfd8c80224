package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_NEWSLETTER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import news.piton.core.database.Database;
import news.piton.core.id.GlobalId;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.store.generated.tables.records.NewsletterNewsletterRecord;

/** What there is to subscribe to. */
public final class NewsletterStore {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");

    private final Database database;

    public NewsletterStore(Database database) {
        this.database = database;
    }

    /** By title. */
    public List<NewsletterView> all() {
        return database.sql()
                .selectFrom(NEWSLETTER_NEWSLETTER)
                .orderBy(NEWSLETTER_NEWSLETTER.TITLE, NEWSLETTER_NEWSLETTER.ID)
                .fetch(NewsletterStore::view);
    }

    public Map<Long, NewsletterView> byId(Collection<Long> ids) {
        return database.sql()
                .selectFrom(NEWSLETTER_NEWSLETTER)
                .where(NEWSLETTER_NEWSLETTER.ID.in(ids))
                .fetchMap(NEWSLETTER_NEWSLETTER.ID, NewsletterStore::view);
    }

    public NewsletterView get(long id) {
        return Optional.ofNullable(byId(List.of(id)).get(id))
                .orElseThrow(() -> new IllegalStateException("newsletter " + id + " is gone"));
    }

    public Optional<NewsletterView> bySlug(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty(); // the column is ASCII: the database would not even compare anything else with it
        }
        return database.sql()
                .selectFrom(NEWSLETTER_NEWSLETTER)
                .where(NEWSLETTER_NEWSLETTER.SLUG.eq(slug))
                .fetchOptional(NewsletterStore::view);
    }

    /** By slug or global id. */
    public Optional<NewsletterView> named(String slugOrId) {
        OptionalLong id = GlobalId.number("Newsletter", slugOrId);
        return id.isPresent()
                ? Optional.ofNullable(byId(List.of(id.getAsLong())).get(id.getAsLong()))
                : bySlug(slugOrId);
    }

    /** Until the end of the transaction nobody else decides about this newsletter's issues. */
    public void lock(long id) {
        database.sql()
                .select(NEWSLETTER_NEWSLETTER.ID)
                .from(NEWSLETTER_NEWSLETTER)
                .where(NEWSLETTER_NEWSLETTER.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    private static NewsletterView view(NewsletterNewsletterRecord row) {
        return new NewsletterView(row.getId(), row.getSlug(), row.getTitle(), row.getDescription());
    }
}
