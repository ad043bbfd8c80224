package news.piton.articles.internal.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.archive.ArchivedArticle;
import news.piton.articles.internal.article.CorrectionText;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.body.Body;
import news.piton.articles.wxr.WxrGroup;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrKeys;
import news.piton.core.text.Visible;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What another Piton wrote beside an article's text, in custom fields, and around it, for the readers of a WordPress. What
 * stands in both is taken out of the text. Other posts have nothing of it.
 */
final class Beside {
    private static final int LONGEST_NAME = 200;

    private final WxrItem item;
    private final List<CorrectionView> corrections;
    private final List<Entry> entries = new ArrayList<>();
    private final String text;

    /** An entry of a live blog, as the file has it. */
    private record Entry(Fact fact, String headline, String content) {}

    /** What a custom field says of an entry. */
    private record Fact(Instant at, String by) {}

    Beside(WxrItem item) {
        this.item = item;
        this.corrections = item.values(WxrKeys.CORRECTION)
                .flatMap(field -> correction(field).stream())
                .toList();
        String content = item.content();
        if (!corrections.isEmpty()) {
            content = WxrGroup.NOTICES.cutFrom(content, group -> true);
        }
        if (startedAt().isPresent()) {
            Map<String, Fact> facts = facts();
            content = WxrGroup.LIVE_ENTRY.cutFrom(content, group -> taken(group, facts));
        }
        this.text = content;
    }

    /** The content without what was put around it. */
    String text() {
        return text;
    }

    /** Until when nobody may publish it. */
    static Optional<Instant> embargo(WxrItem item) {
        return item.meta(WxrKeys.EMBARGO).flatMap(Beside::time);
    }

    /** As {@link Instant#parse} has it. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<CorrectionView> correction(String field) {
        String[] parts = field.strip().split(" ", 3);
        Optional<CorrectionKind> kind = Stream.of(CorrectionKind.values())
                .filter(one -> one.name().equals(parts[0]))
                .findFirst();
        if (parts.length < 3 || kind.isEmpty() || !Visible.anything(parts[2])) {
            return Optional.empty();
        }
        String said = new CorrectionText(Cut.to(CorrectionText.LONGEST, PlainText.tidy(parts[2]))).text();
        return time(parts[1]).map(at -> new CorrectionView(kind.get(), said, at));
    }

    private Optional<Instant> startedAt() {
        return item.meta(WxrKeys.LIVE).flatMap(field -> time(field.strip().split(" ", 2)[0]));
    }

    private @Nullable Instant closedAt() {
        return item.meta(WxrKeys.LIVE)
                .map(field -> field.strip().split(" ", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> time(parts[1]))
                .orElse(null);
    }

    /** By the anchor. */
    private Map<String, Fact> facts() {
        Map<String, Fact> facts = new HashMap<>();
        item.values(WxrKeys.LIVE_ENTRY)
                .map(field -> field.strip().split(" ", 3))
                .filter(parts -> parts.length == 3)
                .forEach(parts -> time(parts[1])
                        .ifPresent(at ->
                                facts.put(parts[0], new Fact(at, Cut.to(LONGEST_NAME, PlainText.tidy(parts[2]))))));
        return facts;
    }

    private boolean taken(String group, Map<String, Fact> facts) {
        Document page = Jsoup.parseBodyFragment(group);
        page.outputSettings().prettyPrint(false);
        Element entry = page.body().firstElementChild();
        Fact fact = entry == null ? null : facts.remove(entry.id());
        if (entry == null || fact == null) {
            return false;
        }
        String headline = PlainText.tidy(entry.select("." + WxrGroup.HEADLINE).text());
        entry.select("." + WxrGroup.TIME + ",." + WxrGroup.HEADLINE).remove();
        entries.add(new Entry(fact, Cut.to(Headline.LONGEST, headline), entry.html()));
        return true;
    }

    /** Makes a text of what WordPress's editor stores. */
    interface Reading {
        Body body(String content);
    }

    /** @param lost hears of entries that cannot be read, as a clause */
    ArchivedArticle.Past past(
            List<String> oldAddresses, @Nullable Instant featuredAt, Reading reading, Consumer<String> lost) {
        List<ArchivedArticle.Entry> read = new ArrayList<>();
        for (Entry entry : entries.reversed()) { // ids rise with time
            try {
                read.add(new ArchivedArticle.Entry(
                        entry.fact.at,
                        Visible.anything(entry.headline) ? new Headline(entry.headline) : null,
                        reading.body(entry.content),
                        entry.fact.by));
            } catch (Invalid unusable) {
                lost.accept("an entry of a live blog, which cannot be read");
            }
        }
        return new ArchivedArticle.Past(
                oldAddresses,
                corrections,
                embargo(item).orElse(null),
                startedAt()
                        .map(at -> new ArchivedArticle.Live(at, closedAt(), read))
                        .orElse(null),
                featuredAt);
    }
}
