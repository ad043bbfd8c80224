package news.piton.newsletter.internal.subscribing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import news.piton.core.site.Site;
import news.piton.core.token.Tokens;

/**
 * The links in our mails. Each carries a signed token that says what it is good for, so that nothing need be stored: one that
 * confirms certain newsletters for a week, and one that ends one subscription, for ever (a mail may lie around for years).
 */
public final class SubscriptionLinks {
    public static final Duration CONFIRMABLE = Duration.ofDays(7);
    private static final String CONFIRM = "newsletter.confirm";
    private static final String UNSUBSCRIBE = "newsletter.unsubscribe";
    private final Tokens tokens;
    private final Site site;
    private final InstantSource clock;

    public SubscriptionLinks(Tokens tokens, Site site, InstantSource clock) {
        this.tokens = tokens;
        this.site = site;
        this.clock = clock;
    }

    /** What a confirmation link was made for. */
    record Confirmation(long subscriberId, List<Long> newsletterIds) {}

    /** What an unsubscribe link was made for. */
    record Ending(long subscriberId, long newsletterId) {}

    String confirm(long subscriberId, List<Long> newsletterIds) {
        long end = clock.instant().plus(CONFIRMABLE).getEpochSecond();
        String text = Stream.concat(Stream.of(subscriberId, end), newsletterIds.stream())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
        return site.link("/newsletter/confirm?token=" + tokens.sign(CONFIRM, text));
    }

    /** For the List-Unsubscribe header (RFC 8058) and the foot of a mail. */
    public String unsubscribe(long subscriberId, long newsletterId) {
        String text = subscriberId + "." + newsletterId;
        return site.link("/newsletter/unsubscribe?token=" + tokens.sign(UNSUBSCRIBE, text));
    }

    /** Empty for what we did not sign, or signed too long ago. */
    Optional<Confirmation> confirmation(String token) {
        return tokens.open(CONFIRM, token)
                .map(SubscriptionLinks::numbers)
                .filter(numbers -> clock.instant().isBefore(Instant.ofEpochSecond(numbers[1])))
                .map(numbers -> new Confirmation(
                        numbers[0], LongStream.of(numbers).skip(2).boxed().toList()));
    }

    Optional<Ending> ending(String token) {
        return tokens.open(UNSUBSCRIBE, token)
                .map(SubscriptionLinks::numbers)
                .map(numbers -> new Ending(numbers[0], numbers[1]));
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split("\\.")).mapToLong(Long::parseLong).toArray();
    }
}
