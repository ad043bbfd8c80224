package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Goes through a table of any length, holding one page of it. */
final class Pages {
    private Pages() {}

    /** Reads so many behind an id. */
    interface ById<T> {
        List<T> after(long id, int most);
    }

    /** Reads so many behind another one; behind null, the first. */
    interface Reading<T> {
        List<T> after(@Nullable T last, int most);
    }

    interface Writing<T> {
        void write(List<T> page) throws IOException;
    }

    static <T> void each(int size, ById<T> reading, ToLongFunction<T> id, Writing<T> writing) throws IOException {
        each(size, (last, most) -> reading.after(last == null ? 0 : id.applyAsLong(last), most), writing);
    }

    static <T> void each(int size, Reading<T> reading, Writing<T> writing) throws IOException {
        for (List<T> page = reading.after(null, size); !page.isEmpty(); page = reading.after(page.getLast(), size)) {
            writing.write(page);
        }
    }
}
