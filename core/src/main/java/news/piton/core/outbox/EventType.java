package news.piton.core.outbox;

/**
 * The public name of an event and the record that carries it. Stored events outlive the code, so the name is data and
 * never changes; another shape is another version.
 *
 * @param name {@code <context>.<what-happened>.v<n>}, for example {@code articles.article-published.v1}
 * @param shape a record of ids and plain values, written as JSON
 */
public record EventType<E extends Record>(String name, Class<E> shape) {
    public EventType {
        if (!name.matches("[a-z][a-z0-9]*\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*")) {
            throw new IllegalArgumentException("not the name of an event: " + name);
        }
    }
}
