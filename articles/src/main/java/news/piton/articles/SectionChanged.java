package news.piton.articles;

import news.piton.core.outbox.EventType;

/** A section has been opened, renamed, or moved. */
public record SectionChanged(long sectionId) {
    public static final EventType<SectionChanged> TYPE =
            new EventType<>("articles.section-changed.v1", SectionChanged.class);
}
