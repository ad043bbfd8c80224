package news.piton.articles.internal.wordpress;

import java.util.List;
import news.piton.articles.internal.store.ImportFile;

/** Where galleries find the pictures that they only number. */
interface Shelf {
    /** In the order of the numbers; those that the export does not hold are left out. */
    List<ImportFile> numbered(List<Long> originals);

    /** What was uploaded for the post at hand, in the order of the numbers. */
    List<ImportFile> ofThisPost();
}
