package news.piton.articles.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An export far larger than what a reader may hold. */
class LargeExportTest {
    private static final int POSTS = 60_000;
    private static final String POST = "<item><title>Fish &amp; &lt;chips&gt;</title><wp:post_id>7</wp:post_id>"
            + "<content:encoded><![CDATA[" + "words ".repeat(600) + "]]></content:encoded></item>\n";

    @Test
    void reads_two_hundred_megabytes_and_holds_one_post_at_a_time() throws Exception {
        InputStream file = Exports.repeating(Exports.HEAD, POST, POSTS, Exports.TAIL);
        List<WeakReference<WxrRecord>> handedOut = new ArrayList<>();
        int posts = 0;
        try (WxrReader reader = new WxrReader(file)) {
            for (WxrRecord record = reader.next(); record != null; record = reader.next()) {
                posts += record instanceof WxrItem ? 1 : 0;
                if (posts % 10_000 == 0) {
                    handedOut.add(new WeakReference<>(record));
                }
                long ahead = reader.position() - (long) posts * POST.length();
                assertTrue(ahead < 1 << 17, "read ahead by " + ahead + " bytes");
            }
            System.gc();
            assertEquals(0, handedOut.stream().filter(one -> one.get() != null).count(), "records still held");
        }
        assertEquals(POSTS, posts);
    }
}
