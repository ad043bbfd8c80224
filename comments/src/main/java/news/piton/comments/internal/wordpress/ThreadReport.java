package news.piton.comments.internal.wordpress;

import java.util.ArrayList;
import java.util.List;
import news.piton.core.plugin.Importer;

/** What became of the comments of one post; told only once that is certain. */
final class ThreadReport {
    private int imported;
    private int known;
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();

    private record Skipped(String what, String why) {}

    void imported() {
        imported++;
    }

    void known() {
        known++;
    }

    void skipped(String what, String why) {
        skipped.add(new Skipped(what, why));
    }

    /** Came in, but not where it stood. */
    void orphan(String what) {
        orphans.add(what);
    }

    void tell(Importer.Progress progress, String kind) {
        for (int i = 0; i < imported; i++) {
            progress.imported(kind);
        }
        for (int i = 0; i < known; i++) {
            progress.known(kind);
        }
        skipped.forEach(one -> progress.skipped(kind, one.what(), one.why()));
        orphans.forEach(one -> progress.skipped(
                "places in threads", one, "the comment it answers did not come in, so it stands at the top"));
    }
}
