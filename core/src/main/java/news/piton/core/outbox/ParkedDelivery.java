package news.piton.core.outbox;

import java.time.Instant;

/**
 * A delivery that failed so often that it is not tried again until somebody asks for it.
 *
 * @param eventId as the log shows it
 * @param event the event's name
 * @param failure what the last attempt died of; for the log and for staff, not for strangers
 * @param since when the event happened; it has been owed to the subscriber since then
 */
public record ParkedDelivery(
        long eventId, String event, String subscriber, int attempts, String failure, Instant since) {}
