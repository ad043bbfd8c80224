package news.piton.app.site.view;

/**
 * The forms of a page.
 *
 * @param thanks what was sent before this page was shown: comment, friend, newsletter; empty when nothing was
 */
public record Forms(FilledForm comment, FilledForm friend, FilledForm newsletter, String thanks) {
    public static final Forms EMPTY = new Forms(FilledForm.EMPTY, FilledForm.EMPTY, FilledForm.EMPTY, "");

    public static Forms thanks(String what) {
        return new Forms(FilledForm.EMPTY, FilledForm.EMPTY, FilledForm.EMPTY, what);
    }
}
