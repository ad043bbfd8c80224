package news.piton.articles;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where copy came from that the newsroom did not write: shown as "SOURCE: …" under the article.
 *
 * @param url the source's own site
 * @param version grows by one with every change
 */
public record SourceView(
        long id, String name, SourceKind kind, @Nullable URI url, int version) {}
