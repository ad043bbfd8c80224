package news.piton.core.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the shape of the Cursor Connections specification.
 *
 * @param count counts the whole list; called only when a client selects {@code totalCount}
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, IntSupplier count) {

    public record Edge<T>(T node, Cursor cursor) {}

    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * Makes a page from the rows that a query with {@code LIMIT size + 1} returned, in the order in which the query walked
     * (reversed for a backward page, as such a query must).
     */
    public static <T> Connection<T> of(
            List<T> rows, PageRequest request, Function<T, Cursor> cursor, IntSupplier count) {
        boolean more = rows.size() > request.size();
        List<T> page = new ArrayList<>(more ? rows.subList(0, request.size()) : rows);
        if (request.backward()) {
            Collections.reverse(page);
        }
        List<Edge<T>> edges =
                page.stream().map(row -> new Edge<>(row, cursor.apply(row))).toList();
        boolean inside = request.cursor() != null;
        return new Connection<>(
                edges,
                new PageInfo(
                        request.backward() ? inside : more,
                        request.backward() ? more : inside,
                        edges.isEmpty() ? null : edges.getFirst().cursor().toString(),
                        edges.isEmpty() ? null : edges.getLast().cursor().toString()),
                count);
    }

    public static <T> Connection<T> empty() {
        return new Connection<>(List.of(), new PageInfo(false, false, null, null), () -> 0);
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public int totalCount() {
        return count.getAsInt();
    }

    public <U> Connection<U> map(Function<T, U> change) {
        return new Connection<>(
                edges.stream()
                        .map(edge -> new Edge<>(change.apply(edge.node()), edge.cursor()))
                        .toList(),
                pageInfo,
                count);
    }
}
