package news.piton.core.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token, without its secret.
 *
 * @param permissions what was chosen when it was made; it can do less once its account can
 * @param lastUsedAt to the minute; null when it never was used
 */
public record ApiToken(
        long id,
        long staffId,
        String name,
        List<String> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiToken {
        permissions = List.copyOf(permissions);
    }
}
