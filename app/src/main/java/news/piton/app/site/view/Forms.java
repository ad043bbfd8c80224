package news.piton.app.site.view;

/**
 * The forms of a page, of which one at the most has just been sent.
 *
 * @param sent which one was sent and refused: comment, friend, newsletter; empty when none was
 * @param filled how it was filled in
 * @param thanks what was sent and taken before this page was shown: comment for one that waits and shown for one that readers
 *     see, friend, newsletter; empty when nothing was
 */
public record Forms(String sent, FilledForm filled, String thanks) {
    public static final Forms EMPTY = new Forms("", FilledForm.EMPTY, "");

    public static Forms thanks(String what) {
        return new Forms("", FilledForm.EMPTY, what);
    }

    public static Forms refused(String what, FilledForm filled) {
        return new Forms(what, filled, "");
    }

    public boolean refused() {
        return filled.refused();
    }

    /** The form of that name, as it is to be shown. */
    public FilledForm of(String name) {
        return name.equals(sent) ? filled : FilledForm.EMPTY;
    }
}
