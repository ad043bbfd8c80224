package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An article's tags and authors as one text each, so that they come in the article's own row. ASCII's separators of units
 * and records keep them apart; no name holds those, since controls are taken out of every text that comes in.
 */
final class Packed {
    private static final String UNIT = "\u001f";
    private static final String RECORD = "\u001e";

    static final Field<String> TAGS = DSL.field(DSL.select(DSL.groupConcat(
                                    line(ARTICLES_TAG.ID.cast(String.class), ARTICLES_TAG.SLUG, ARTICLES_TAG.NAME))
                            .orderBy(ARTICLES_TAGGING.POSITION)
                            .separator(RECORD))
                    .from(ARTICLES_TAGGING)
                    .join(ARTICLES_TAG)
                    .on(ARTICLES_TAG.ID.eq(ARTICLES_TAGGING.TAG_ID))
                    .where(ARTICLES_TAGGING.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID)))
            .as("tags");

    static final Field<String> AUTHORS = DSL.field(DSL.select(DSL.groupConcat(line(
                                    ARTICLES_AUTHOR.ID.cast(String.class),
                                    ARTICLES_AUTHOR.SLUG,
                                    ARTICLES_AUTHOR.NAME,
                                    ARTICLES_AUTHOR.VERSION.cast(String.class),
                                    DSL.coalesce(ARTICLES_AUTHOR.BIO, DSL.inline(""))))
                            .orderBy(ARTICLES_BYLINE.POSITION)
                            .separator(RECORD))
                    .from(ARTICLES_BYLINE)
                    .join(ARTICLES_AUTHOR)
                    .on(ARTICLES_AUTHOR.ID.eq(ARTICLES_BYLINE.AUTHOR_ID))
                    .where(ARTICLES_BYLINE.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID)))
            .as("authors");

    private Packed() {}

    private static Field<String> line(Field<?>... columns) {
        return DSL.field("concat_ws({0}, {1})", String.class, DSL.inline(UNIT), DSL.list(columns));
    }

    static List<TagView> tags(@Nullable String packed) {
        return unpacked(packed, unit -> new TagView(Long.parseLong(unit[0]), unit[1], unit[2]));
    }

    static List<AuthorView> authors(@Nullable String packed) {
        return unpacked(
                packed,
                unit -> new AuthorView(
                        Long.parseLong(unit[0]),
                        unit[1],
                        unit[2],
                        unit[4].isEmpty() ? null : unit[4],
                        Integer.parseInt(unit[3])));
    }

    private static <T> List<T> unpacked(@Nullable String packed, Function<String[], T> view) {
        return packed == null
                ? List.of()
                : Stream.of(packed.split(RECORD))
                        .map(line -> view.apply(line.split(UNIT, -1)))
                        .toList();
    }
}
