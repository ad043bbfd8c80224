package org.example.tips;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import news.piton.core.database.Database;
import org.jooq.Field;
import org.jooq.Table;

/** The tips in the database. */
final class TipStore {
    private static final Table<?> TIP = table(name("tips_tip"));
    private static final Table<?> BOX = table(name("tips_box"));
    private static final Field<Long> ARTICLE = field(name("article_id"), Long.class);
    private static final Field<LocalDateTime> SENT = field(name("sent_at"), LocalDateTime.class);

    private final Database database;

    TipStore(Database database) {
        this.database = database;
    }

    void open(long articleId) {
        database.sql()
                .insertInto(BOX, ARTICLE)
                .values(articleId)
                .onDuplicateKeyIgnore()
                .execute();
    }

    boolean isOpen(long articleId) {
        return database.sql().fetchExists(BOX, ARTICLE.eq(articleId));
    }

    void add(long id, long articleId, String text, Instant at) {
        database.sql()
                .insertInto(TIP, field(name("id"), Long.class), ARTICLE, field(name("text"), String.class), SENT)
                .values(id, articleId, text, utc(at))
                .execute();
    }

    Map<Long, Integer> counts(Set<Long> articleIds) {
        Map<Long, Integer> counts = new HashMap<>();
        articleIds.forEach(id -> counts.put(id, 0));
        counts.putAll(database.sql()
                .select(ARTICLE, count())
                .from(TIP)
                .where(ARTICLE.in(articleIds))
                .groupBy(ARTICLE)
                .fetchMap(ARTICLE, count()));
        return counts;
    }

    void forget(Instant before) {
        database.sql().deleteFrom(TIP).where(SENT.lt(utc(before))).execute();
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
