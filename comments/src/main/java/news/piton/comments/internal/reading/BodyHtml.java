package news.piton.comments.internal.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text as safe HTML: escaped, with paragraphs, line breaks and links that pass no authority on. */
public final class BodyHtml {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<!\\w)https?://[^\\s<>\"'`{}|\\\\^]++", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAGRAPHS = Pattern.compile("\n\n", Pattern.LITERAL);
    private static final String ENDS_A_SENTENCE = ".,;:!?)]*_~";

    private BodyHtml() {}

    public static String of(String text) {
        return PARAGRAPHS
                .splitAsStream(text)
                .map(paragraph -> "<p>" + line(paragraph).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        if (!text.contains("://")) { // as most are, and the search for addresses is what costs
            return escaped(text);
        }
        StringBuilder html = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String address = trimmed(matcher.group());
            if (leadsWhereItSays(address)) {
                html.append(escaped(text.substring(done, matcher.start())))
                        .append("<a href=\"")
                        .append(escaped(address))
                        .append("\" rel=\"nofollow ugc noopener\">")
                        .append(escaped(address))
                        .append("</a>");
                done = matcher.start() + address.length();
            }
        }
        return html.append(escaped(text.substring(done))).toString();
    }

    /** Without the punctuation of the sentence around it; a closing bracket stays when the address opens one. */
    private static String trimmed(String address) {
        int end = address.length();
        int opening = address.indexOf('(');
        while (end > 0 && ENDS_A_SENTENCE.indexOf(address.charAt(end - 1)) >= 0) {
            if (address.charAt(end - 1) == ')' && opening >= 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }

    /** A host, and no name and password before it that could pass for one. */
    private static boolean leadsWhereItSays(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
