package news.piton.articles.internal.wordpress;

import java.util.List;
import java.util.Map;
import news.piton.articles.internal.store.ImportFile;

/** Where a text finds what it only numbers. */
interface Shelf {
    /** In the order of the numbers; those that the export does not hold are left out. */
    List<ImportFile> numbered(List<Long> originals);

    /** What was uploaded for the post at hand, in the order of the numbers. */
    List<ImportFile> ofThisPost();

    /** The texts of reusable blocks, by their numbers; without those that the export does not hold. */
    Map<Long, String> blocks(List<Long> originals);
}
