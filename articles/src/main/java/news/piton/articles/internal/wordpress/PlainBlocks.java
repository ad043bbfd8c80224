package news.piton.articles.internal.wordpress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.articles.internal.body.PastedPicture;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Says in plain HTML what WordPress's blocks, and old elements, say in their own. Block comments disappear, and with them
 * the blocks that WordPress would fill when it shows the page: lists of posts, search fields, menus.
 */
final class PlainBlocks {
    private static final Pattern BACKGROUND = Pattern.compile("background-image:\\s*url\\(\\s*['\"]?([^'\")]+)");
    private static final List<String> LATE = List.of("data-src", "data-lazy-src", "data-original");
    private static final Map<String, String> RENAMED = Map.of(
            "acronym", "abbr", "tt", "code", "samp", "code", "var", "em", "dd", "div", "details", "div", "dl", "div");

    private static final Evaluator SILENT =
            QueryParser.parse("script,style,noscript,object.wp-block-file__embed,a.wp-block-file__button");
    private static final Evaluator PICTURES = QueryParser.parse("img");
    private static final Evaluator COVERS = QueryParser.parse(".wp-block-cover,.wp-block-cover-image");
    private static final Evaluator EMBEDS = QueryParser.parse("figure[class*=wp-block-embed]");
    private static final Evaluator PLAYERS = QueryParser.parse("audio,video");
    private static final Evaluator VERSES = QueryParser.parse("pre.wp-block-verse");
    private static final Evaluator GALLERIES = QueryParser.parse(
            "figure.wp-block-gallery,ul.wp-block-gallery,ul.blocks-gallery-grid,li.blocks-gallery-item");
    private static final Evaluator OLD_CAPTIONS = QueryParser.parse(".wp-caption");
    private static final Evaluator TERMS = QueryParser.parse("dt,summary");
    private static final Evaluator PARAGRAPHS = QueryParser.parse("p");

    private PlainBlocks() {}

    /** @param lost hears of pictures that no article can show, as a clause */
    static void plain(Element body, Consumer<String> lost) {
        body.nodeStream(Comment.class).toList().forEach(Node::remove);
        body.select(SILENT).remove();
        body.select(PICTURES).forEach(picture -> picture(picture, lost));
        body.select(COVERS).forEach(PlainBlocks::cover);
        body.select(EMBEDS).forEach(PlainBlocks::embed);
        body.select(PLAYERS).forEach(PlainBlocks::player);
        body.select(VERSES).forEach(PlainBlocks::verse);
        body.select(GALLERIES).tagName("div");
        body.select(OLD_CAPTIONS).forEach(PlainBlocks::oldCaption);
        body.select(TERMS).forEach(PlainBlocks::term);
        body.select(PARAGRAPHS).stream()
                .filter(paragraph -> !Paragraphs.holdsSomething(paragraph))
                .toList()
                .forEach(Node::remove);
        body.stream()
                .filter(element -> RENAMED.containsKey(element.normalName()))
                .toList()
                .forEach(element -> element.tagName(RENAMED.getOrDefault(element.normalName(), "")));
    }

    /** Plugins that let pictures load late keep their addresses where no browser looks. */
    private static void picture(Element picture, Consumer<String> lost) {
        boolean pasted = PastedPicture.at(picture.attr("src"));
        if (!pasted && !picture.attr("src").isBlank()) {
            return;
        }
        Optional<String> late = LATE.stream()
                .map(name -> picture.attr(name).strip())
                .filter(address -> !address.isEmpty() && !PastedPicture.at(address))
                .findFirst();
        if (late.isPresent()) {
            picture.attr("src", late.get());
        } else if (pasted) {
            lost.accept("a picture that stands in the text itself, and in no file");
            picture.remove();
        }
    }

    /** The picture behind the words stands above them here. */
    private static void cover(Element cover) {
        if (cover.selectFirst("img,video") != null) {
            return;
        }
        for (Element element : cover.select("[style*=background-image]")) {
            Matcher address = BACKGROUND.matcher(element.attr("style"));
            if (address.find()) {
                cover.prepend(Markup.figure(address.group(1), element.attr("aria-label"), ""));
                return;
            }
        }
    }

    private static void embed(Element figure) {
        Element wrapper = figure.selectFirst(".wp-block-embed__wrapper");
        String address = wrapper == null ? "" : wrapper.text().strip();
        if (address.matches("https?://\\S+")) {
            figure.replaceWith(Markup.linked(address, caption(figure)));
        }
    }

    private static void player(Element player) {
        Element source = player.selectFirst("source[src]");
        String address = player.hasAttr("src") || source == null ? player.attr("src") : source.attr("src");
        Element figure = player.closest("figure");
        boolean alone = figure != null && figure.select("audio,video,img").size() == 1;
        Element place = alone && figure != null ? figure : player;
        if (address.isBlank()) {
            place.remove();
            return;
        }
        String caption = alone && figure != null ? caption(figure) : "";
        place.replaceWith(Markup.linked(address, caption.isEmpty() ? Markup.fileName(address) : caption));
    }

    private static String caption(Element figure) {
        Element caption = figure.selectFirst("figcaption");
        return caption == null ? "" : caption.text().strip();
    }

    /** Verse is text with line breaks, and no code. */
    private static void verse(Element pre) {
        pre.tagName("p");
        Paragraphs.breakLines(pre);
    }

    /** What WordPress's captions looked like before there were figures. */
    private static void oldCaption(Element wrapper) {
        wrapper.select(".wp-caption-text,dd.wp-caption-dd,dd").tagName("figcaption");
        wrapper.select("dt").unwrap();
        wrapper.tagName("figure");
    }

    private static void term(Element term) {
        Element paragraph = new Element("p");
        paragraph.appendElement("strong").html(term.html());
        term.replaceWith(paragraph);
    }
}
