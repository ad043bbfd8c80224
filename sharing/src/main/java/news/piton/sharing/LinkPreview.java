package news.piton.sharing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other sites show of a link to an article.
 *
 * @param missing the components that the article should get so that its card looks good
 */
public record LinkPreview(
        String title, String description, @Nullable URI imageUrl, String siteName, List<String> missing) {}
