package news.piton.app.site;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.app.site.view.Frame.Assets;
import news.piton.core.site.Site;

/** Makes the frame of a page. */
record Frames(Site site, Assets assets, boolean newsletter) {

    /** @param path the canonical address, without the site */
    Frame of(String path, Data data) {
        return new Frame(site, assets, path, data.list("sections"), pages(data), newsletter);
    }

    /** For when the paper cannot be asked. */
    Frame bare() {
        return new Frame(site, assets, "/", List.of(), List.of(), newsletter);
    }

    private List<Data> pages(Data data) {
        return data.of("pages").list("nodes").stream()
                .sorted(Comparator.comparing(page -> page.text("headline"), Collator.getInstance(site.language())))
                .toList();
    }
}
