package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ImageView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.ExportStore;
import news.piton.articles.internal.store.ExportStore.Piece;
import news.piton.articles.internal.store.SectionTree.Sections;
import news.piton.articles.wxr.WxrAuthor;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrDate;
import news.piton.articles.wxr.WxrDiscussions;
import news.piton.articles.wxr.WxrDiscussions.Discussion;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrItem.Label;
import news.piton.articles.wxr.WxrItem.Meta;
import news.piton.articles.wxr.WxrKeys;
import news.piton.articles.wxr.WxrSite;
import news.piton.articles.wxr.WxrTerm;
import news.piton.articles.wxr.WxrWriter;
import news.piton.core.plugin.Exporter;
import news.piton.core.site.Site;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Everything as an export that WordPress imports; see the package. */
public final class WxrExport implements Exporter {
    private static final int ARTICLES = 100;
    private static final int NAMES = 1_000;
    private static final Discussion NOTHING_SAID = new Discussion(true, List.of());

    private final ExportStore store;
    private final Appendix appendix;
    private final InstantSource clock;
    private final Site site;
    private final Permalinks permalinks;

    public WxrExport(ExportStore store, Appendix appendix, InstantSource clock, Site site) {
        this.store = store;
        this.appendix = appendix;
        this.clock = clock;
        this.site = site;
        this.permalinks = new Permalinks(site);
    }

    @Override
    public String format() {
        return "wxr";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String contentType() {
        return "application/rss+xml; charset=utf-8";
    }

    @Override
    public void run(Export export) throws IOException {
        WxrWriter out = new WxrWriter(export.out());
        out.begin(new WxrSite(site.name(), "", "", "1.2", site.url().toString(), WxrSite.PITON), clock.instant());
        long[] number = {0};
        Pages.each(NAMES, store::authors, author -> author.id(), page -> {
            for (var author : page) {
                String bio = author.bio() == null ? "" : author.bio();
                out.author(++number[0], new WxrAuthor(author.slug(), "", author.name(), "", "", bio));
            }
        });
        number[0] = 0;
        Sections sections = store.sections();
        for (SectionView section : sections.inOrder()) {
            SectionView above = sections.parents().get(section.id());
            out.term(new WxrTerm(
                    WxrTerm.CATEGORY,
                    ++number[0],
                    section.slug(),
                    above == null ? "" : above.slug(),
                    Entities.escape(section.name()),
                    ""));
        }
        Pages.each(NAMES, store::tags, tag -> tag.id(), page -> {
            for (var tag : page) {
                out.term(new WxrTerm(WxrTerm.TAG, ++number[0], tag.slug(), "", Entities.escape(tag.name()), ""));
            }
        });
        number[0] = 0;
        List<WxrDiscussions> discussions = export.answers(WxrDiscussions.class);
        Pages.each(ARTICLES, store::articles, piece -> piece.article().id(), page -> {
            List<Long> ids = page.stream().map(piece -> piece.article().id()).toList();
            Map<Long, Discussion> said = said(discussions, ids);
            Appendix.Found found = appendix.of(ids);
            for (Piece piece : page) {
                number[0] += 2; // the odd number before it is its picture's
                write(
                        out,
                        number[0],
                        piece,
                        found,
                        said.getOrDefault(piece.article().id(), NOTHING_SAID));
            }
        });
        out.end();
    }

    private static Map<Long, Discussion> said(List<WxrDiscussions> discussions, Collection<Long> articles) {
        Map<Long, Discussion> said = new HashMap<>();
        discussions.forEach(one -> one.below(articles)
                .forEach((article, more) -> said.merge(article, more, (a, b) -> {
                    List<WxrComment> comments = new ArrayList<>(a.comments());
                    comments.addAll(b.comments());
                    return new Discussion(a.open() && b.open(), comments);
                })));
        return said;
    }

    private void write(WxrWriter out, long number, Piece piece, Appendix.Found found, Discussion discussion)
            throws IOException {
        ImageView image = piece.view().image();
        Attachments pictures = new Attachments(
                piece.article(),
                number,
                date(piece.article().createdAt()),
                date(piece.article().updatedAt()));
        if (image != null) {
            out.item(pictures.main(number - 1, image));
        }
        List<Meta> meta = meta(number, piece, image);
        String content = appendix.around(piece.article().id(), appendix.text(piece.body()), found, meta);
        out.item(post(number, piece, content, meta, discussion));
        for (WxrItem picture : pictures.shownIn(content, image)) {
            out.item(picture);
        }
    }

    private WxrItem post(long number, Piece piece, String content, List<Meta> meta, Discussion discussion) {
        Article article = piece.article();
        boolean page = !piece.view().section().news();
        List<Label> labels = new ArrayList<>();
        if (!page) {
            SectionView section = piece.view().section();
            labels.add(new Label(WxrTerm.CATEGORY, section.slug(), Entities.escape(section.name())));
        }
        piece.tags().forEach(tag -> labels.add(new Label(WxrTerm.TAG, tag.slug(), Entities.escape(tag.name()))));
        if (piece.authors().size() > 1) { // as the plugin Co-Authors Plus has it
            piece.authors().forEach(author -> labels.add(new Label("author", "cap-" + author.slug(), author.name())));
        }
        return new WxrItem(
                0,
                number,
                page ? "page" : "post",
                status(article.state()),
                "",
                Entities.escape(article.headline().text()),
                article.slug().text(),
                piece.view().url().toString(),
                permalinks.url(article.id(), article.slug().text(), null).toString(),
                piece.authors().isEmpty() ? "" : piece.authors().getFirst().slug(),
                published(article),
                date(article.updatedAt()),
                content,
                article.standfirst() == null
                        ? ""
                        : Entities.escape(article.standfirst().text()),
                piece.featuredAt() != null,
                discussion.open(),
                0,
                "",
                labels,
                meta,
                discussion.comments());
    }

    private String status(State state) {
        return switch (state.status(clock.instant())) {
            case DRAFT, UNPUBLISHED -> "draft";
            case IN_REVIEW -> "pending";
            case SCHEDULED -> "future";
            case PUBLISHED -> "publish";
        };
    }

    /** What was never published has a day by the clock of the site only, as WordPress does it. */
    private WxrDate published(Article article) {
        Instant at = article.state().publishedAt();
        return at == null
                ? new WxrDate(null, LocalDateTime.ofInstant(article.createdAt(), site.zone()), null)
                : date(at);
    }

    private WxrDate date(Instant at) {
        return new WxrDate(LocalDateTime.ofInstant(at, ZoneOffset.UTC), LocalDateTime.ofInstant(at, site.zone()), null);
    }

    private List<Meta> meta(long number, Piece piece, @Nullable ImageView image) {
        List<Meta> meta = new ArrayList<>();
        if (image != null) {
            meta.add(new Meta(WxrKeys.THUMBNAIL, String.valueOf(number - 1)));
        }
        SourceView source = piece.view().source();
        if (source != null) {
            meta.add(new Meta(WxrKeys.SOURCE, source.name()));
            meta.add(new Meta(WxrKeys.SOURCE_KIND, source.kind().name()));
            if (source.url() != null) {
                meta.add(new Meta(WxrKeys.SOURCE_URL, source.url().toString()));
            }
        }
        Instant until = piece.article().state().closesAt();
        if (until != null) {
            meta.add(new Meta(WxrKeys.UNTIL, until.toString()));
        }
        if (piece.embargoUntil() != null) {
            meta.add(new Meta(WxrKeys.EMBARGO, piece.embargoUntil().toString()));
        }
        if (piece.featuredAt() != null) {
            meta.add(new Meta(WxrKeys.FEATURED, piece.featuredAt().toString()));
        }
        if (piece.article().state() instanceof State.Unpublished(var before, var reason)) {
            meta.add(new Meta(WxrKeys.UNPUBLISHED, reason.text()));
        }
        piece.addresses().forEach(path -> meta.add(new Meta(WxrKeys.ADDRESS, path)));
        return meta;
    }
}
