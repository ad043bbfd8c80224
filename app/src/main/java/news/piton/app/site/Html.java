package news.piton.app.site;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** How the compiled templates are called: plain static methods, everything that is put in escaped for its place. */
final class Html {
    /** In jte's templates null stands for "nothing intercepts the output". */
    @SuppressWarnings("NullAway")
    static final HtmlInterceptor NONE = null;

    private Html() {}

    static String of(Consumer<HtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(16 * 1_024);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
