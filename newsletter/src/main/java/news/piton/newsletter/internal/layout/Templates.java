package news.piton.newsletter.internal.layout;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** How the compiled templates are called: plain static methods, everything that is put in escaped for its place. */
final class Templates {
    /** In jte's templates null stands for "nothing intercepts the output". */
    @SuppressWarnings("NullAway")
    static final HtmlInterceptor NONE = null;

    private Templates() {}

    static String html(Consumer<HtmlTemplateOutput> template) {
        StringOutput output = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
