package news.piton.sharing.internal.store;

import static news.piton.sharing.internal.store.generated.Tables.SHARING_VISIT;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import news.piton.core.database.Database;
import org.jooq.impl.DSL;

/** The numbers of visits. */
public final class VisitStore {
    private static final Comparator<Map.Entry<Link, Integer>> ALWAYS_THE_SAME_ORDER = Comparator.comparingLong(
                    (Map.Entry<Link, Integer> each) -> each.getKey().articleId())
            .thenComparing(each -> each.getKey().channel());
    private static final int BATCH = 500;
    private final Database database;

    public VisitStore(Database database) {
        this.database = database;
    }

    /** A short link: an article, and the name of the channel that it is marked with. */
    public record Link(long articleId, String channel) {}

    /** Adds to what is there, in one transaction. In one order, so that two nodes do not lock each other out. */
    public void add(Map<Link, Integer> visits) {
        var sorted = visits.entrySet().stream().sorted(ALWAYS_THE_SAME_ORDER).toList();
        database.inTransaction(() -> {
            for (int from = 0; from < sorted.size(); from += BATCH) {
                var insert = database.sql()
                        .insertInto(
                                SHARING_VISIT, SHARING_VISIT.ARTICLE_ID, SHARING_VISIT.CHANNEL, SHARING_VISIT.VISITS);
                for (var each : sorted.subList(from, Math.min(sorted.size(), from + BATCH))) {
                    insert = insert.values(
                            each.getKey().articleId(),
                            each.getKey().channel(),
                            each.getValue().longValue());
                }
                insert.onDuplicateKeyUpdate()
                        .set(
                                SHARING_VISIT.VISITS,
                                SHARING_VISIT.VISITS.plus(DSL.field("VALUES({0})", Long.class, SHARING_VISIT.VISITS)))
                        .execute();
            }
        });
    }

    /** By article and name of the channel. */
    public Map<Long, Map<String, Integer>> of(Collection<Long> articleIds) {
        Map<Long, Map<String, Integer>> visits = new HashMap<>();
        database.sql()
                .selectFrom(SHARING_VISIT)
                .where(SHARING_VISIT.ARTICLE_ID.in(articleIds))
                .forEach(row -> visits.computeIfAbsent(row.getArticleId(), id -> new HashMap<>())
                        .put(row.getChannel(), (int) Math.min(Integer.MAX_VALUE, row.getVisits())));
        return visits;
    }
}
