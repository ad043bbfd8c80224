package news.piton.app.site.view;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What browsers need to choose the right size of a picture. */
public final class Pictures {
    /** The attribute {@code sizes} of one that is as wide as the text: site.css makes that 42rem at most. */
    public static final String COLUMN = "(min-width: 44rem) 42rem, calc(100vw - 2rem)";

    private Pictures() {}

    /** The attribute {@code srcset}: all renditions with their widths; null when there is but one, or a width is not known. */
    public static @Nullable String sources(Data image) {
        List<Data> renditions = image.list("renditions");
        boolean choice = renditions.size() > 1 && renditions.stream().allMatch(each -> each.number("width") > 0);
        return choice
                ? renditions.stream()
                        .map(each -> each.text("url") + " " + each.number("width") + "w")
                        .collect(Collectors.joining(", "))
                : null;
    }
}
