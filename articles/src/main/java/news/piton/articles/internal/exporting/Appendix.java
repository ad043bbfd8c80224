package news.piton.articles.internal.exporting;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.PastReads;
import news.piton.articles.wxr.WxrGroup;
import news.piton.articles.wxr.WxrItem.Meta;
import news.piton.articles.wxr.WxrKeys;
import news.piton.core.site.Site;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * What an article has besides its text: the paper's notices, and the entries of its live blog. WordPress's readers find them
 * around the text, a retraction and what goes with it above, everything else below; another Piton finds the same in custom
 * fields and takes the groups away again.
 */
public final class Appendix {
    private static final int ENTRIES = 50;
    /** In characters, of the entries of one article: its newest. Importers, Piton's too, read no item without end. */
    private static final int MOST = 4_000_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final CorrectionStore corrections;
    private final LiveStore live;
    private final PastReads past;
    private final Site site;

    /** @param site by whose clock readers are told times */
    public Appendix(CorrectionStore corrections, LiveStore live, PastReads past, Site site) {
        this.corrections = corrections;
        this.live = live;
        this.past = past;
        this.site = site;
    }

    /** A text in blocks. */
    String text(Body body) {
        return EditorBlocks.of(body.html(), site.link("/"));
    }

    /** What some articles have, by the article. */
    record Found(Map<Long, List<CorrectionView>> notices, Map<Long, LiveBlog> live) {}

    Found of(Collection<Long> articles) {
        return new Found(corrections.ofArticles(articles), live.ofArticles(articles));
    }

    /** @param meta has the custom fields added */
    String around(long article, String text, Found found, List<Meta> meta) {
        List<CorrectionView> notices = found.notices.getOrDefault(article, List.of());
        notices.reversed()
                .forEach(one ->
                        meta.add(new Meta(WxrKeys.CORRECTION, one.kind().name() + " " + one.at() + " " + one.text())));
        boolean retracted = notices.stream().anyMatch(one -> one.kind() == CorrectionKind.RETRACTION);
        String said = notices.isEmpty() ? "" : notices(notices);
        LiveBlog blog = found.live.get(article);
        String entries = blog == null ? "" : entries(blog, meta);
        return (retracted ? List.of(said, text, entries) : List.of(text, entries, said))
                .stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String notices(List<CorrectionView> notices) {
        return WxrGroup.NOTICES.around(
                "",
                notices.stream()
                        .map(one -> EditorBlocks.paragraph(
                                "",
                                "<strong>" + word(one.kind()) + ", "
                                        + DAY.format(one.at().atZone(site.zone())) + ":</strong> "
                                        + Entities.escape(one.text())))
                        .collect(Collectors.joining("\n")));
    }

    private static String word(CorrectionKind kind) {
        return switch (kind) {
            case CORRECTION -> "Correction";
            case CLARIFICATION -> "Clarification";
            case UPDATE -> "Update";
            case RETRACTION -> "Retraction";
        };
    }

    /** Newest first. */
    private String entries(LiveBlog blog, List<Meta> meta) {
        Instant closed = blog.closedAt();
        meta.add(new Meta(WxrKeys.LIVE, blog.startedAt() + (closed == null ? "" : " " + closed)));
        List<String> groups = new ArrayList<>();
        long size = 0;
        @Nullable LiveEntry last = null;
        while (true) {
            List<LiveEntry> page = past.shown(blog.articleId(), last, ENTRIES);
            for (LiveEntry entry : page) {
                String anchor = "live-" + (groups.size() + 1);
                String group = WxrGroup.LIVE_ENTRY.around(anchor, blocks(entry));
                size += group.length();
                if (size > MOST) {
                    return String.join("\n\n", groups);
                }
                meta.add(new Meta(WxrKeys.LIVE_ENTRY, anchor + " " + entry.at() + " " + entry.postedBy()));
                groups.add(group);
            }
            if (page.size() < ENTRIES) {
                return String.join("\n\n", groups);
            }
            last = page.getLast();
        }
    }

    private String blocks(LiveEntry entry) {
        String time = EditorBlocks.paragraph(
                WxrGroup.TIME, "<strong>" + MINUTE.format(entry.at().atZone(site.zone())) + "</strong>");
        String headline = entry.headline() == null
                ? ""
                : "\n" + EditorBlocks.heading(WxrGroup.HEADLINE, Entities.escape(entry.headline()));
        return time + headline + "\n" + text(entry.body());
    }
}
