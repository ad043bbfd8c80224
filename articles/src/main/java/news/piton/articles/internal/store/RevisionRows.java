package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.Save;
import news.piton.articles.internal.store.generated.tables.records.ArticlesRevisionRecord;
import news.piton.core.identity.Viewer;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Which columns make a revision, and how a row becomes one and a save a row. */
final class RevisionRows {
    /** What {@link #read} reads, from {@link #TABLE}. */
    static final List<SelectField<?>> COLUMNS = Stream.concat(
                    Stream.of(ARTICLES_REVISION.fields()), Stream.of(ARTICLES_PENDING.REVISION_ID))
            .collect(Collectors.toUnmodifiableList());

    static final Table<?> TABLE = ARTICLES_REVISION
            .leftJoin(ARTICLES_PENDING)
            .on(ARTICLES_PENDING.ARTICLE_ID.eq(ARTICLES_REVISION.ARTICLE_ID))
            .and(ARTICLES_PENDING.REVISION_ID.eq(ARTICLES_REVISION.ID));

    private final Permalinks permalinks;

    RevisionRows(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    Revision read(Record from) {
        ArticlesRevisionRecord row = from.into(ARTICLES_REVISION);
        String url = row.getImageUrl();
        return new Revision(
                row.getId(),
                row.getArticleId(),
                row.getNumber(),
                RevisionAction.valueOf(row.getAction()),
                from.get(ARTICLES_PENDING.REVISION_ID) != null,
                row.getSavedAt(),
                row.getSavedBy(),
                row.getNote(),
                row.getOfId(),
                row.getSlug(),
                row.getHeadline(),
                row.getStandfirst(),
                row.getSectionId(),
                row.getSourceId(),
                row.getTags().lines().toList(),
                numbers(row.getAuthors()),
                url == null
                        ? null
                        : new Picture(
                                new WebAddress(permalinks.absolute(url)),
                                row.getImageWidth(),
                                row.getImageHeight(),
                                row.getImageAlt(),
                                row.getImageCaption(),
                                row.getImageCredit()),
                row.getBodyId());
    }

    ArticlesRevisionRecord row(long id, long article, int number, Manuscript text, Save save, long body) {
        var row = new ArticlesRevisionRecord();
        Viewer.Staff who = save.who();
        Note note = save.note();
        Standfirst standfirst = text.standfirst();
        row.setId(id);
        row.setArticleId(article);
        row.setNumber(number);
        row.setAction(save.action().name());
        row.setSavedAt(save.at());
        row.set(ARTICLES_REVISION.STAFF_ID, who == null ? null : Long.valueOf(who.id()));
        row.set(ARTICLES_REVISION.SAVED_BY, who == null ? null : who.name());
        row.set(ARTICLES_REVISION.NOTE, note == null ? null : note.text());
        row.set(ARTICLES_REVISION.OF_ID, save.of());
        row.setSlug(text.slug().text());
        row.setHeadline(text.headline().text());
        row.set(ARTICLES_REVISION.STANDFIRST, standfirst == null ? null : standfirst.text());
        row.setSectionId(text.section());
        row.set(ARTICLES_REVISION.SOURCE_ID, text.source());
        row.setTags(text.tags().stream().map(TagName::text).collect(Collectors.joining("\n")));
        row.setAuthors(text.authors().stream().map(String::valueOf).collect(Collectors.joining(",")));
        setImage(row, text.image());
        row.setBodyId(body);
        return row;
    }

    private void setImage(ArticlesRevisionRecord row, @Nullable Picture image) {
        row.set(ARTICLES_REVISION.IMAGE_URL, url(image));
        row.setImageWidth(image == null ? 0 : image.width());
        row.setImageHeight(image == null ? 0 : image.height());
        row.setImageAlt(image == null ? "" : image.alt());
        row.set(ARTICLES_REVISION.IMAGE_CAPTION, image == null ? null : image.caption());
        row.set(ARTICLES_REVISION.IMAGE_CREDIT, image == null ? null : image.credit());
    }

    /** As it is stored. */
    @Nullable
    String url(@Nullable Picture image) {
        return image == null ? null : permalinks.stored(image.url().uri());
    }

    private static List<Long> numbers(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Stream.of(joined.split(",")).map(Long::valueOf).toList();
    }
}
