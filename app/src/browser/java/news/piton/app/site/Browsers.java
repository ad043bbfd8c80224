package news.piton.app.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Two browsers at one host: while the one draws, the host makes a page for the other. */
record Browsers(Chromium first, Chromium second) implements AutoCloseable {

    static Browsers visiting(URI site) {
        return new Browsers(Chromium.visiting(site), Chromium.visiting(site));
    }

    void devtools(String command, Map<String, Object> parameters) {
        first.devtools(command, parameters);
        second.devtools(command, parameters);
    }

    /** What a look at each of all finds wrong. A browser takes the next one as soon as it is free. */
    <T> List<String> wrong(Collection<T> all, BiFunction<Chromium, T, List<String>> look)
            throws InterruptedException, ExecutionException {
        Queue<T> left = new ConcurrentLinkedQueue<>(all);
        List<Callable<List<String>>> tours = new ArrayList<>();
        for (Chromium browser : List.of(first, second)) {
            tours.add(() -> {
                List<String> wrong = new ArrayList<>();
                for (T next = left.poll(); next != null; next = left.poll()) {
                    wrong.addAll(look.apply(browser, next));
                }
                return wrong;
            });
        }
        List<String> wrong = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(tours.size())) {
            for (Future<List<String>> tour : threads.invokeAll(tours)) {
                wrong.addAll(tour.get());
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        try (first) {
            second.close();
        }
    }
}
