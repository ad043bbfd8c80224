package news.piton.articles.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Pointers.Pointer;
import news.piton.articles.internal.checks.PublishCheck.Code;
import org.jspecify.annotations.Nullable;

/** What there is to know of an article's pictures before it is published. */
final class PictureChecks {
    private final Permalinks permalinks;

    PictureChecks(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    /** @param main null for none */
    List<PublishCheck> of(@Nullable ImageView main, List<Pointer> pointers) {
        List<Pointer> inText = pointers.stream().filter(Pointer::picture).toList();
        return Stream.of(undescribed(main, inText), elsewhere(main, inText))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PublishCheck> undescribed(@Nullable ImageView main, List<Pointer> inText) {
        List<PublishCheck> found = new ArrayList<>();
        if (main != null && main.alt().isBlank()) {
            found.add(PublishCheck.blocking(
                    Code.MISSING_ALT_TEXT,
                    "The main picture has no alternative text; say in `alt` what it shows, for readers who cannot see"
                            + " it.",
                    "image",
                    "alt"));
        }
        inText.stream()
                .filter(pointer -> pointer.alt().isEmpty())
                .map(pointer -> PublishCheck.inBody(
                        Code.MISSING_ALT_TEXT,
                        "The picture " + pointer.address()
                                + " has no alternative text; say what it shows, unless it only decorates.",
                        pointer.block()))
                .forEach(found::add);
        return found;
    }

    /** One for the whole text: an imported one may show dozens. */
    private List<PublishCheck> elsewhere(@Nullable ImageView main, List<Pointer> inText) {
        List<PublishCheck> found = new ArrayList<>();
        if (main != null && isElsewhere(main.url().toString())) {
            found.add(PublishCheck.advice(
                    Code.EXTERNAL_IMAGE, "The main picture " + lies(main.url().toString()) + ".", "image"));
        }
        List<Pointer> all = inText.stream()
                .filter(pointer -> isElsewhere(pointer.address()))
                .toList();
        if (!all.isEmpty()) {
            Pointer first = all.getFirst();
            String more = all.size() == 1 ? "" : "; so with %,d more in the text".formatted(all.size() - 1);
            found.add(PublishCheck.inBody(
                    Code.EXTERNAL_IMAGE,
                    "The picture " + first.address() + " " + lies(first.address()) + more + ".",
                    first.block()));
        }
        return found;
    }

    private boolean isElsewhere(String address) {
        return Permalinks.host(address) != null && permalinks.own(address) == null;
    }

    private static String lies(String address) {
        return "lies on " + Permalinks.host(address)
                + ", which is asked for it by every reader's browser and may take it"
                + " away; upload it by POST /media";
    }
}
