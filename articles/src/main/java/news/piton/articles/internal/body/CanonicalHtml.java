package news.piton.articles.internal.body;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.PlainText;
import news.piton.core.text.Visible;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The one form in which bodies are kept. At the top stand only {@code p h2 h3 h4 ul ol blockquote aside.pullquote figure
 * table pre hr}; loose text is in paragraphs, wrappers are gone, a quote's {@code cite} comes last, a picture that stands
 * alone is a figure. What is canonical stays as it is when it is made canonical again.
 */
final class CanonicalHtml {
    private static final int PASSES = 6;
    /** Below the 256 at which the sanitizer leaves out whatever is deeper, without a word. */
    private static final int DEEPEST = 200;

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z]");
    private static final Map<String, String> RENAMED =
            Map.of("b", "strong", "i", "em", "strike", "s", "h1", "h2", "h5", "h4", "h6", "h4");
    private static final Set<String> KEPT_RELATIONS = Set.of("nofollow", "sponsored", "ugc");
    private static final Pattern VIDEO =
            Pattern.compile("(?:https?:)?//(?:www\\.)?youtube(?:-nocookie)?\\.com/embed/([\\w-]{1,20}).*");

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?:)?//");

    private static final Evaluator FRAMES = QueryParser.parse("iframe");
    private static final Evaluator NO_PICTURES = QueryParser.parse("img:not([src])");
    private static final Evaluator LINKS = QueryParser.parse("a");
    private static final Evaluator ALIGNED = QueryParser.parse("[align]");
    private static final Evaluator MARKED_FIGURES = QueryParser.parse("figure[class]");
    private static final Evaluator MARKED_QUOTES = QueryParser.parse("blockquote[class]");
    private static final Evaluator MARKED_ASIDES = QueryParser.parse("aside[class]");

    private CanonicalHtml() {}

    /**
     * @throws Invalid when it is nested too deep, holds a picture itself, or does not come to rest, which only a text made for
     *     that could cause
     */
    static String of(String html) {
        if (depth(html) > DEEPEST) {
            throw Invalid.of("The text is nested more than " + DEEPEST
                    + " elements deep, and what stands below would be lost; simplify its markup.");
        }
        if (PastedPicture.in(html)) {
            throw PastedPicture.refusal();
        }
        String before = html;
        for (int pass = 0; pass < PASSES; pass++) {
            String after = pass(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw Invalid.of("The text is nested in a way that cannot be read; simplify its markup.");
    }

    /** How deep its elements are nested; 0 for a text with too few of them to be too deep. */
    private static int depth(String html) {
        if (TAG.matcher(html).results().limit(DEEPEST + 1L).count() <= DEEPEST) {
            return 0;
        }
        int[] deepest = new int[1];
        Jsoup.parseBodyFragment(html).body().traverse((node, depth) -> {
            if (node instanceof Element) {
                deepest[0] = Math.max(deepest[0], depth);
            }
        });
        return deepest[0];
    }

    private static String pass(String html) {
        Document document = Jsoup.parseBodyFragment(Sanitizer.clean(html));
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.stream()
                .filter(element -> RENAMED.containsKey(element.normalName()))
                .toList()
                .forEach(element -> element.tagName(RENAMED.getOrDefault(element.normalName(), "")));
        body.select(FRAMES).forEach(CanonicalHtml::link);
        body.select(NO_PICTURES).remove();
        // from the end, where taking an element out moves the fewest others
        body.select(LINKS).reversed().forEach(CanonicalHtml::relate);
        body.select(ALIGNED).forEach(CanonicalHtml::align);
        body.select(MARKED_FIGURES).forEach(CanonicalHtml::pullQuoteOfWordPress);
        body.select(MARKED_QUOTES).forEach(quote -> quote.tagName("aside").attr("class", "pullquote"));
        body.select(MARKED_ASIDES).forEach(aside -> aside.attr("class", "pullquote"));
        new Flow(document).arranged(body).forEach(body::appendChild);
        return body.children().stream().map(Element::outerHtml).collect(Collectors.joining("\n"));
    }

    /** HTML has no attribute for this any more; the page's style has. */
    private static void align(Element cell) {
        String side = cell.attr("align").toLowerCase(Locale.ROOT);
        cell.removeAttr("align");
        if (!side.equals("left")) {
            cell.attr("class", side);
        }
    }

    /** Another site's frame becomes a link to it, on a line of its own. */
    private static void link(Element frame) {
        String source = frame.attr("src");
        if (source.isEmpty()) {
            frame.remove();
            return;
        }
        String address = source.startsWith("//") ? "https:" + source : source;
        var video = VIDEO.matcher(source);
        String target = video.matches() ? "https://www.youtube.com/watch?v=" + video.group(1) : address;
        Element paragraph = new Element("p");
        paragraph.appendElement("a").attr("href", target).text(words(frame, target));
        frame.replaceWith(paragraph);
    }

    /** What its author calls it, else what it must be; the address where neither is known. */
    private static String words(Element frame, String target) {
        String title = PlainText.tidy(frame.attr("title"));
        Provider provider = Provider.of(target);
        return Visible.anything(title) ? title : provider == null ? target : provider.label();
    }

    /** Keeps what a search engine must know of a link; a page that opens from ours learns nothing of it. */
    private static void relate(Element link) {
        String href = link.attr("href").strip();
        if (href.isEmpty()) {
            link.unwrap();
            return;
        }
        Stream<String> kept = Stream.of(
                        link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(KEPT_RELATIONS::contains)
                .distinct()
                .sorted();
        boolean elsewhere = ELSEWHERE.matcher(href).lookingAt();
        String rel = Stream.concat(elsewhere ? Stream.of("noopener") : Stream.of(), kept)
                .collect(Collectors.joining(" "));
        link.attr("href", href);
        if (rel.isEmpty()) {
            link.removeAttr("rel");
        } else {
            link.attr("rel", rel);
        }
    }

    private static void pullQuoteOfWordPress(Element figure) {
        Element quote = figure.selectFirst("blockquote");
        if (quote == null) {
            figure.removeAttr("class");
        } else {
            quote.attr("class", "pullquote");
            figure.replaceWith(quote);
        }
    }
}
