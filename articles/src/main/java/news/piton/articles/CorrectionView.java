package news.piton.articles;

import java.time.Instant;

/**
 * A notice on a published article. It is never changed.
 *
 * @param text for readers: plain text, 1 to 2,000 characters
 */
public record CorrectionView(CorrectionKind kind, String text, Instant at) {}
