package news.piton.core.outbox;

/**
 * Who reacts to an event.
 *
 * @param name {@code <module>.<handler>}, stored with every delivery: under another name it is another subscriber, and what
 *     was owed to the old one stays undelivered
 */
public record Subscriber<E extends Record>(String name, EventType<E> event, EventHandler<E> handler) {
    public Subscriber {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "not the name of a subscriber, such as newsletter.note-article: " + name);
        }
    }

    static boolean isName(String text) {
        return text.length() <= 120 && text.matches("[a-z][a-z0-9]*\\.[a-z0-9]+(-[a-z0-9]+)*");
    }

    void handle(String payload, EventJson json) {
        handler.handle(json.read(event, payload));
    }
}
