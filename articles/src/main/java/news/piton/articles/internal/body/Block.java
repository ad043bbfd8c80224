package news.piton.articles.internal.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a body, as the GraphQL union of the same name shows it. */
public sealed interface Block {

    record Paragraph(String html, String text) implements Block {}

    record Heading(int level, String html, String text) implements Block {}

    record Quote(String html, String text, @Nullable String attribution) implements Block {}

    record PullQuote(String html, String text, @Nullable String attribution) implements Block {}

    record ListBlock(boolean ordered, List<String> items) implements Block {}

    record ImageBlock(
            String url,
            String alt,
            @Nullable String caption,
            @Nullable Integer width,
            @Nullable Integer height) implements Block {}

    record Embed(String url, String provider, @Nullable String title) implements Block {}

    record MarkupBlock(String html, String text) implements Block {}
}
