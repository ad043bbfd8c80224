package news.piton.core.identity;

import java.time.Duration;

/**
 * What a session is recognised by; it exists here and with its owner only.
 *
 * @param life how long it can work at the most
 */
public record SessionToken(String text, Duration life) {
    @Override
    public String toString() {
        return "a session's token";
    }
}
