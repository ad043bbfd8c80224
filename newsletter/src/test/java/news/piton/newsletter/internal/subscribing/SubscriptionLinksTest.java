package news.piton.newsletter.internal.subscribing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import news.piton.core.site.Site;
import news.piton.core.token.Tokens;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks.Confirmation;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks.Ending;
import org.junit.jupiter.api.Test;

class SubscriptionLinksTest {
    private static final Site SITE =
            new Site("The Herald", URI.create("https://herald.example"), ZoneOffset.UTC, "news@herald.example");
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final SubscriptionLinks links = new SubscriptionLinks(new Tokens(new byte[32]), SITE, () -> now);

    @Test
    void say_what_they_were_made_for() {
        String token = token(links.confirm(Long.MAX_VALUE, List.of(1L, 700_000_000_000_000_000L)));
        assertEquals(
                new Confirmation(Long.MAX_VALUE, List.of(1L, 700_000_000_000_000_000L)),
                links.confirmation(token).orElseThrow());
        assertEquals(
                new Ending(42, 1), links.ending(token(links.unsubscribe(42, 1))).orElseThrow());
    }

    @Test
    void confirm_for_a_week_and_unsubscribe_for_ever() {
        String confirm = token(links.confirm(42, List.of(1L)));
        String unsubscribe = token(links.unsubscribe(42, 1));
        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        assertTrue(links.confirmation(confirm).isPresent());
        now = now.plusSeconds(1);
        assertTrue(links.confirmation(confirm).isEmpty());
        now = now.plus(Duration.ofDays(3_650));
        assertTrue(links.ending(unsubscribe).isPresent());
    }

    @Test
    void open_for_their_own_purpose_only() {
        assertTrue(links.ending(token(links.confirm(42, List.of(1L)))).isEmpty());
        assertTrue(links.confirmation(token(links.unsubscribe(42, 1))).isEmpty());
    }

    @Test
    void of_others_open_nothing() {
        byte[] secret = new byte[32];
        secret[0] = 1;
        SubscriptionLinks others = new SubscriptionLinks(new Tokens(secret), SITE, () -> now);
        assertTrue(links.ending(token(others.unsubscribe(42, 1))).isEmpty());
        assertTrue(links.ending("").isEmpty());
        assertTrue(links.ending("AAAA").isEmpty());
        assertTrue(links.confirmation("☃".repeat(2_000)).isEmpty());
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
