package news.piton.app.site.view;

/**
 * The forms of a page.
 *
 * @param thanks what was sent before this page was shown: comment, friend, newsletter; empty when nothing was
 */
public record Forms(Form comment, Form friend, Form newsletter, String thanks) {
    public static final Forms EMPTY = new Forms(Form.EMPTY, Form.EMPTY, Form.EMPTY, "");

    public static Forms thanks(String what) {
        return new Forms(Form.EMPTY, Form.EMPTY, Form.EMPTY, what);
    }
}
