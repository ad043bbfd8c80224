package news.piton.app.site.syndication;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.app.site.view.Data;

/**
 * An article's main picture.
 *
 * @param width in pixels; 0 when unknown
 * @param height in pixels; 0 when unknown
 * @param caption what stands under it, with whose picture it is; may be empty
 */
record Picture(String url, String alt, int width, int height, String caption) {

    static Picture of(Data image) {
        String caption = Stream.of(image.text("caption"), image.text("credit"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Picture(
                image.text("url"),
                Characters.allowed(image.text("alt")),
                image.number("width"),
                image.number("height"),
                Characters.allowed(caption));
    }
}
