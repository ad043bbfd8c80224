package news.piton.app.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Puts a long past under a paper: many older articles, written straight into its tables, since coming in by the door would take an
 * hour. A third of them lie in the section that the newest ones are in, every tenth carries the commonest tag.
 */
final class Million {
    private static final int WORDS = 60;
    private static final int TEXTS = 5_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Random random = new Random(1838);
    private final Vocabulary vocabulary = new Vocabulary(random);
    private final String url;

    /** @param url of the database, which has its tables and the newest articles, with user and password */
    Million(String url) {
        this.url = url + "&allowLocalInfile=true";
    }

    /** @param newest the time of the newest of them; the others lie seven minutes apart before it */
    void write(int articles, LocalDateTime newest, Path folder) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute("set session foreign_key_checks = 0, unique_checks = 0, sql_mode = ''");
            long[] sections = new long[Archive.SECTIONS.length];
            for (int section = 0; section < sections.length; section++) {
                sections[section] = number(
                        sql,
                        "select id from articles_section where slug = '"
                                + Archive.SECTIONS[section].toLowerCase(Locale.ROOT) + "'");
            }
            long[] tags = new long[200];
            for (int tag = 0; tag < tags.length; tag++) {
                tags[tag] = number(sql, "select id from articles_tag where slug = 'tag-" + tag + "'");
            }
            String[] texts = new String[TEXTS];
            for (int text = 0; text < TEXTS; text++) {
                texts[text] = vocabulary.text(WORDS);
            }
            Path article = folder.resolve("article.tsv");
            Path body = folder.resolve("body.tsv");
            Path tagging = folder.resolve("tagging.tsv");
            try (BufferedWriter articleRows = Files.newBufferedWriter(article);
                    BufferedWriter bodyRows = Files.newBufferedWriter(body);
                    BufferedWriter taggingRows = Files.newBufferedWriter(tagging)) {
                for (int number = 1; number <= articles; number++) {
                    long id = articles + 1L - number;
                    String at = TIME.format(newest.minusMinutes(number * 7L));
                    long section = sections[number % sections.length];
                    String text = texts[random.nextInt(TEXTS)];
                    row(
                            articleRows,
                            List.of(
                                    id,
                                    "past-" + id,
                                    "Past " + text.substring(0, 40),
                                    text.substring(0, 100),
                                    "PUBLISHED",
                                    at,
                                    at,
                                    section,
                                    at,
                                    at,
                                    1));
                    row(bodyRows, List.of(id, "<p>" + text + "</p>", text, WORDS));
                    row(taggingRows, List.of(id, tags[number % 10 == 0 ? 0 : 1 + number % 9], 0, "PUBLISHED", at));
                    for (int position = 1; position < 3; position++) {
                        int tag = 10 + (int) ((number * 7L + position * 95L) % 190);
                        row(taggingRows, List.of(id, tags[tag], position, "PUBLISHED", at));
                    }
                }
            }
            load(
                    sql,
                    article,
                    "articles_article (id, slug, headline, standfirst, state, published_at, listed_at, section_id,"
                            + " created_at, updated_at, version)");
            load(sql, body, "articles_body (article_id, html, text, word_count)");
            load(sql, tagging, "articles_tagging (article_id, tag_id, position, state, listed_at)");
            sql.execute("analyze table articles_article, articles_body, articles_tagging");
        }
    }

    private static void load(Statement sql, Path rows, String table) throws SQLException, IOException {
        sql.execute("load data local infile '" + rows + "' ignore into table "
                + table.replaceFirst(" ", " character set utf8mb4 "));
        Files.delete(rows);
    }

    private static void row(BufferedWriter out, List<?> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            out.write(i == 0 ? "" : "\t");
            out.write(values.get(i).toString());
        }
        out.write('\n');
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
