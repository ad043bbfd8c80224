package news.piton.sharing.internal.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
    private static final String SHORT = "https://herald.example/s/2abc";
    private static final String AWKWARD = "Fisher's catch: 50% + more & #1 “best” = 🐟 عودة العبّارة?";
    private static final String ENCODED =
            "Fisher%27s%20catch%3A%2050%25%20%2B%20more%20%26%20%231%20%E2%80%9Cbest%E2%80%9D%20%3D%20%F0%9F%90%9F%20"
                    + "%D8%B9%D9%88%D8%AF%D8%A9%20%D8%A7%D9%84%D8%B9%D8%A8%D9%91%D8%A7%D8%B1%D8%A9%3F";

    @Test
    void makes_the_documented_address_of_every_channel() {
        String link = "https%3A%2F%2Fherald.example%2Fs%2F2abc";
        assertShares(Channel.FACEBOOK, "https://www.facebook.com/sharer/sharer.php?u=" + link + "%2Ff");
        assertShares(Channel.X, "https://x.com/intent/tweet?text=" + ENCODED + "&url=" + link + "%2Fx");
        assertShares(Channel.WHATSAPP, "https://wa.me/?text=" + ENCODED + "%0A" + link + "%2Fw");
        assertShares(Channel.TELEGRAM, "https://t.me/share/url?url=" + link + "%2Ft&text=" + ENCODED);
        assertShares(Channel.LINKEDIN, "https://www.linkedin.com/sharing/share-offsite/?url=" + link + "%2Fl");
        assertShares(Channel.REDDIT, "https://www.reddit.com/submit?url=" + link + "%2Fr&title=" + ENCODED);
        assertShares(Channel.BLUESKY, "https://bsky.app/intent/compose?text=" + ENCODED + "%0A" + link + "%2Fb");
        assertShares(Channel.MASTODON, "https://share.joinmastodon.org/#text=" + ENCODED + "%0A" + link + "%2Fm");
        assertShares(Channel.EMAIL, "mailto:?subject=" + ENCODED + "&body=" + ENCODED + "%0D%0A%0D%0A" + link + "%2Fe");
        assertShares(Channel.COPY_LINK, SHORT);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void keeps_every_channel_apart_by_its_mark(Channel channel) {
        String link = channel.link(SHORT);
        String mark = link.equals(SHORT) ? "" : link.substring(link.lastIndexOf('/') + 1);
        assertEquals(Optional.of(channel), Channel.marked(mark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "facebook", "ff", " ", "☃"})
    void knows_no_other_marks(String mark) {
        assertEquals(Optional.empty(), Channel.marked(mark));
    }

    @Test
    void cuts_what_a_channel_would_not_take_and_tears_no_emoji() {
        String long_ = "👩‍👩‍👧‍👦".repeat(60);
        String post = decoded(Channel.BLUESKY.share(long_, SHORT));
        assertTrue(post.length() <= 300 + "https://bsky.app/intent/compose?text=".length(), post);
        assertTrue(post.endsWith("👩‍👩‍👧‍👦…\n" + SHORT + "/b"), post);
    }

    @Test
    void lets_no_line_break_of_a_headline_into_the_headers_of_a_mail() {
        String mail = Channel.EMAIL
                .share("Storm\r\nBcc: all@example.org&bcc=all@example.org", SHORT)
                .toString();
        assertFalse(mail.contains("&bcc="));
        assertTrue(mail.startsWith("mailto:?subject=Storm%0D%0ABcc%3A%20all%40example.org%26bcc%3D"), mail);
    }

    private static void assertShares(Channel channel, String expected) {
        assertEquals(URI.create(expected), channel.share(AWKWARD, SHORT));
    }

    private static String decoded(URI uri) {
        return URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8);
    }
}
