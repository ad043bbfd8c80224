package news.piton.core.outbox;

import java.time.Instant;

/**
 * A delivery that failed so often that it is not tried again until somebody asks for it.
 *
 * @param event the event's name
 * @param failure what the last attempt died of; for the log and for staff, not for strangers
 */
public record Parked(String subscriber, long eventId, String event, Instant occurredAt, int attempts, String failure) {}
