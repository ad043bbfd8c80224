package news.piton.articles.internal.revising;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two texts.
 *
 * @param fields those that differ, and no others
 * @param blocks all blocks of both bodies, in order
 * @param complete whether every change was looked at word by word
 */
public record RevisionDiff(List<FieldDiff> fields, List<BlockDiff> blocks, boolean complete) {
    public RevisionDiff {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
    }

    /** What happened to something from one text to the other. */
    public enum Kind {
        EQUAL,
        INSERTED,
        DELETED,
        CHANGED
    }

    public enum Field {
        SLUG,
        HEADLINE,
        STANDFIRST,
        SECTION,
        TAGS,
        AUTHORS,
        SOURCE,
        IMAGE
    }

    public record FieldDiff(
            Field field, @Nullable String before, @Nullable String after, List<Segment> segments) {}

    /**
     * A block.
     *
     * @param before the whole element as it was; null when it is new
     * @param after the whole element as it is; null when it is gone
     */
    public record BlockDiff(
            Kind kind, @Nullable String before, @Nullable String after, List<Segment> segments) {}

    /** @param kind never CHANGED */
    public record Segment(Kind kind, String text) {}
}
