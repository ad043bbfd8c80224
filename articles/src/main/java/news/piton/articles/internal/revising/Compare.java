package news.piton.articles.internal.revising;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.revising.RevisionDiff.Field;
import news.piton.articles.internal.revising.RevisionDiff.FieldDiff;
import org.jspecify.annotations.Nullable;

/**
 * Says what is different between two texts: fields, blocks, and the words inside blocks that have changed.
 *
 * <p>The cost is bounded, see {@link Effort}: where too much has changed to be matched, the one is shown as deleted and the
 * other as inserted, and the difference says that it is not complete.
 */
public final class Compare {
    private Compare() {}

    public static RevisionDiff compare(ArticleText before, ArticleText after) {
        Effort effort = new Effort();
        List<FieldDiff> fields = new ArrayList<>();
        add(fields, Field.SLUG, before.slug(), after.slug(), effort);
        add(fields, Field.HEADLINE, before.headline(), after.headline(), effort);
        add(fields, Field.STANDFIRST, before.standfirst(), after.standfirst(), effort);
        add(fields, Field.SECTION, before.section(), after.section(), effort);
        add(fields, Field.TAGS, joined(before.tags()), joined(after.tags()), effort);
        add(fields, Field.AUTHORS, joined(before.authors()), joined(after.authors()), effort);
        add(fields, Field.SOURCE, before.source(), after.source(), effort);
        add(fields, Field.IMAGE, told(before.image()), told(after.image()), effort);
        var blocks = Passages.compare(before.body().passages(), after.body().passages(), effort);
        return new RevisionDiff(fields, blocks, effort.sufficed());
    }

    private static void add(
            List<FieldDiff> fields, Field field, @Nullable String before, @Nullable String after, Effort effort) {
        if (!Objects.equals(before, after)) {
            String old = before == null ? "" : before;
            String now = after == null ? "" : after;
            fields.add(new FieldDiff(field, before, after, Words.compare(old, now, effort)));
        }
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** An image in words: its address and all that is said of it. */
    private static @Nullable String told(@Nullable Picture image) {
        return image == null
                ? null
                : Stream.of(
                                image.url().uri().toString() + " (" + image.width() + " × " + image.height() + ")",
                                image.alt(),
                                image.caption(),
                                image.credit())
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining("\n"));
    }
}
