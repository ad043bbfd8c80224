package news.piton.articles.internal.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.internal.store.ArticleFilter.Name;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * One page of one list, asked for.
 *
 * @param counted whether the length of the whole list is wanted too
 */
public record ArticleList(ArticleFilter filter, PageRequest page, ArticleParts wanted, boolean counted) {

    /** Equal for all lists whose select differs in nothing but {@link #values}. */
    ArticleList shape() {
        return new ArticleList(filter.shape(), page.shape(), ArticleParts.FEWEST, false);
    }

    ArticleList in(Name section) {
        return new ArticleList(filter.in(section), page, wanted, counted);
    }

    /** What {@link Places} compares with, by the names of its parameters. */
    Map<String, Object> values(int number) {
        Map<String, Object> values = new HashMap<>();
        put(values, "section" + number, filter.section());
        put(values, "tag" + number, filter.tag());
        put(values, "author" + number, filter.author());
        values.put("source" + number, filter.source());
        values.put("from" + number, filter.from());
        values.put("before" + number, filter.before());
        values.put("limit" + number, page.size() + 1);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            values.put("time" + number, cursor.time());
            values.put("id" + number, cursor.key(1, 2));
        }
        return values;
    }

    private static void put(Map<String, Object> values, String parameter, @Nullable Name name) {
        switch (name) {
            case null -> {}
            case Name.Id(long number) -> values.put(parameter, number);
            case Name.Slug(String text) -> values.put(parameter, text);
            case Name.Family(List<Long> sections) -> {
                for (int i = 0; i < sections.size(); i++) {
                    values.put(parameter + "of" + i, sections.get(i));
                }
            }
        }
    }
}
