package news.piton.articles.wxr;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Exports made up on the fly, of any size, at no cost in memory. */
final class Exports {
    /** One line and a half: what comes after it stands in line 3. */
    static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>
        """;

    static final String TAIL = "</channel></rss>";

    private Exports() {}

    static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The head, then a text so many times, then the tail. */
    static InputStream repeating(String head, String text, long times, String tail) {
        return new SequenceInputStream(Collections.enumeration(List.of(of(head), new Repeated(text, times), of(tail))));
    }

    private static final class Repeated extends InputStream {
        private final byte[] text;
        private long left;
        private int at;

        Repeated(String text, long times) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = Math.min(length, text.length - at);
            System.arraycopy(text, at, buffer, offset, count);
            at = (at + count) % text.length;
            left -= at == 0 ? 1 : 0;
            return count;
        }
    }
}
