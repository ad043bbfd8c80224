package news.piton.app.site;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.function.Consumer;

/** How the compiled templates are called: plain static methods, everything that is put in escaped for its place. */
final class Html {
    /** In jte's templates null stands for "nothing intercepts the output". */
    @SuppressWarnings("NullAway")
    static final HtmlInterceptor NONE = null;

    private Html() {}

    /** A page in UTF-8. */
    static byte[] of(Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toByteArray();
    }
}
