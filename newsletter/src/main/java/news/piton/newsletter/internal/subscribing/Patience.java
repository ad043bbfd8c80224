package news.piton.newsletter.internal.subscribing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long we wait before we write to an address again that somebody keeps entering: ten minutes, then four times as long
 * each time, a day at the most. Whoever lost the mail gets another one; whoever is being pestered gets few.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Patience() {}

    /** @param asks how many mails we sent before the one at issue */
    static boolean exhausted(int asks, Instant lastAsked, Instant now) {
        return asks == 0 || !now.isBefore(lastAsked.plus(pause(asks)));
    }

    static Duration pause(int asks) {
        Duration pause = FIRST;
        for (int i = 1; i < asks && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
