package news.piton.app.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Writes a made-up archive as a WordPress export, so that the benchmark's data comes in by the product's own door. */
final class Archive {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static final String[] SECTIONS = {"News", "Sport", "Culture"};

    private final Random random = new Random(1838);
    private final Vocabulary vocabulary = new Vocabulary(random);

    /**
     * @param articles how many, newest first
     * @param words in each
     * @param commented how many of the newest have 20 comments
     */
    void write(Path file, String prefix, int articles, int words, int commented, LocalDateTime newest)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Benchmark</title>
                <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://%1$s.example.org</wp:base_site_url>
                <wp:base_blog_url>https://%1$s.example.org</wp:base_blog_url>
                """.formatted(prefix));
            for (int number = 0; number < articles; number++) {
                item(out, prefix, number, words, number < commented ? 20 : 0, newest.minusMinutes(number * 7L));
            }
            out.write("</channel></rss>\n");
        }
    }

    private void item(BufferedWriter out, String prefix, int number, int words, int comments, LocalDateTime at)
            throws IOException {
        int id = number * 100 + 1;
        out.write("<item><title>" + prefix + " story " + number + "</title><dc:creator>desk</dc:creator>");
        out.write(
                "<excerpt:encoded><![CDATA[" + vocabulary.text(20) + "]]></excerpt:encoded><content:encoded><![CDATA[");
        for (int left = words; left > 0; left -= 60) {
            out.write("<p>" + vocabulary.text(Math.min(60, left)) + "</p>\n");
        }
        out.write("]]></content:encoded><wp:post_id>" + id + "</wp:post_id>");
        out.write("<wp:post_date>" + TIME.format(at) + "</wp:post_date><wp:post_date_gmt>" + TIME.format(at)
                + "</wp:post_date_gmt>");
        out.write("<wp:post_name>" + prefix + "-" + number + "</wp:post_name><wp:status>publish</wp:status>"
                + "<wp:post_type>post</wp:post_type><wp:comment_status>open</wp:comment_status>");
        String section = SECTIONS[number % SECTIONS.length];
        out.write("<category domain=\"category\" nicename=\"" + section.toLowerCase(Locale.ROOT) + "\"><![CDATA["
                + section + "]]></category>");
        random.ints(0, 200)
                .distinct()
                .limit(5)
                .forEach(tag -> write(
                        out,
                        "<category domain=\"post_tag\" nicename=\"tag-" + tag + "\"><![CDATA[Tag " + tag
                                + "]]></category>"));
        for (int comment = 0; comment < comments; comment++) {
            write(
                    out,
                    "<wp:comment><wp:comment_id>" + (id + comment) + "</wp:comment_id><wp:comment_author>Reader "
                            + comment + "</wp:comment_author><wp:comment_date_gmt>"
                            + TIME.format(at.plusMinutes(comment + 1))
                            + "</wp:comment_date_gmt><wp:comment_date>" + TIME.format(at.plusMinutes(comment + 1))
                            + "</wp:comment_date><wp:comment_content>" + vocabulary.text(30) + "</wp:comment_content>"
                            + "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
                            + "<wp:comment_parent>0</wp:comment_parent></wp:comment>");
        }
        out.write("</item>\n");
    }

    private static void write(BufferedWriter out, String text) {
        try {
            out.write(text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
