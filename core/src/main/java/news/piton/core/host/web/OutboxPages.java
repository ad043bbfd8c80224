package news.piton.core.host.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.id.GlobalId;
import news.piton.core.mail.CapturedMail;
import news.piton.core.mail.OpenedMail;

/** The HTML of the development outbox. Everything that comes from a mail is escaped. */
final class OutboxPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    String list(List<CapturedMail> mails, boolean captures) {
        StringBuilder rows = new StringBuilder();
        for (CapturedMail mail : mails) {
            rows.append("""
                <tr><td><time datetime="%s">%s</time></td><td>%s</td><td><a href="/outbox/%s">%s</a></td></tr>
                """.formatted(
                            mail.at(),
                            TIME.format(mail.at()),
                            escape(mail.recipient()),
                            GlobalId.encode(OutboxRoutes.TYPE, mail.id()),
                            escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())));
        }
        String story = captures
                ? "There is no SMTP server (the setting <code>mail.host</code>), so mail is kept here and not sent."
                : "Mail is sent through the SMTP server. What is listed here was kept before there was one.";
        String table = mails.isEmpty()
                ? "<p>Nothing yet.</p>"
                : "<table><thead><tr><th scope=\"col\">Written</th><th scope=\"col\">To</th><th"
                        + " scope=\"col\">Subject</th></tr></thead><tbody>\n" + rows + "</tbody></table>";
        return page("Outbox", "<h1>Outbox</h1>\n<p>" + story + "</p>\n" + table);
    }

    String mail(String id, OpenedMail mail) {
        StringBuilder headers = new StringBuilder();
        for (OpenedMail.Header header : mail.headers()) {
            headers.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                    .formatted(escape(header.name()), escape(header.value())));
        }
        String html = mail.html() == null
                ? ""
                : "<h2>As HTML</h2>\n<iframe sandbox title=\"The mail as HTML\" src=\"/outbox/%s/html\"></iframe>\n"
                        .formatted(id);
        StringBuilder links = new StringBuilder();
        for (String link : links(mail)) {
            links.append("<li><a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a></li>\n"
                    .formatted(escape(link), escape(link)));
        }
        return page(
                mail.header("Subject"),
                "<p><a href=\"/outbox\">Outbox</a></p>\n<h1>" + escape(mail.header("Subject")) + "</h1>\n<p>To "
                        + escape(mail.header("To")) + "</p>\n" + html + "<h2>As text</h2>\n<pre>" + escape(mail.text())
                        + "</pre>\n"
                        + (links.isEmpty() ? "" : "<h2>Links</h2>\n<ul>\n" + links + "</ul>\n")
                        + "<h2>Headers</h2>\n<table><tbody>\n" + headers + "</tbody></table>\n<p><a href=\"/outbox/"
                        + id
                        + "/source\">Source</a></p>");
    }

    String signIn() {
        return page("Sign in", """
            <h1>Sign in</h1>
            <p>The outbox is for staff who may manage staff.</p>
            <form id="sign-in">
            <p><label>E-mail<br><input name="email" type="email" autocomplete="username" required></label></p>
            <p><label>Password<br><input name="password" type="password" autocomplete="current-password" required></label></p>
            <p><button>Sign in</button></p>
            <p role="alert" id="refusal"></p>
            </form>
            <noscript><p>Signing in needs JavaScript; you can also sign in at <a href="/graphiql">GraphiQL</a>.</p></noscript>
            <script src="/outbox/sign-in.js" defer></script>\
            """);
    }

    String forbidden() {
        return page(
                "Not for you", "<h1>Not for you</h1>\n<p>Your account does not have the permission MANAGE_STAFF.</p>");
    }

    String missing() {
        return page(
                "No such mail",
                "<h1>No such mail</h1>\n<p>The outbox keeps the newest 1,000. <a href=\"/outbox\">Back to it</a></p>");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Where the mail leads; the frame itself lets nobody leave. */
    private static Set<String> links(OpenedMail mail) {
        Set<String> links = new LinkedHashSet<>();
        String html = mail.html() == null ? "" : mail.html().replace("&amp;", "&");
        Matcher link = LINK.matcher(mail.text() + "\n" + html);
        while (link.find()) {
            links.add(link.group().replaceAll("(?<![.,;:!?)])[.,;:!?)]++$", ""));
        }
        return links;
    }

    private static String page(String title, String body) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/outbox/outbox.css">
            </head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """.formatted(escape(title), body);
    }
}
