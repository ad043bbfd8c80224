package news.piton.articles.internal.exporting;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

/** Goes through a table of any length, holding one page of it. */
final class Pages {
    private Pages() {}

    /** Reads so many behind an id. */
    interface Reading<T> {
        List<T> after(long id, int most);
    }

    interface Writing<T> {
        void write(List<T> page) throws IOException;
    }

    static <T> void each(int size, Reading<T> reading, ToLongFunction<T> id, Writing<T> writing) throws IOException {
        long last = 0;
        for (List<T> page = reading.after(last, size); !page.isEmpty(); page = reading.after(last, size)) {
            writing.write(page);
            last = id.applyAsLong(page.getLast());
        }
    }
}
