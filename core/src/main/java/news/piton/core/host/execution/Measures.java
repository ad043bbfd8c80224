package news.piton.core.host.execution;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import news.piton.core.database.StatementCounter;

/**
 * Counts what the endpoint does and shows it in the Prometheus text exposition format 0.0.4. Counting costs an addition a
 * request and a batch, and nothing a field.
 */
public final class Measures {
    /** Upper bounds of the duration buckets, in seconds. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();
    private final LongAdder fields = new LongAdder();
    private final Map<String, Batches> loaders = new ConcurrentHashMap<>();
    private final Map<Kept, DoubleSupplier> kept = new ConcurrentHashMap<>();

    public Measures() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    /** @param label a Prometheus label such as {@code job="newsletter.send"}; empty for none */
    private record Kept(String name, String label, String type, String meaning) {}

    /** The batches of one loader. */
    static final class Batches {
        private final LongAdder batches = new LongAdder();
        private final LongAdder keys = new LongAdder();

        void add(int size) {
            batches.increment();
            keys.add(size);
        }
    }

    /** Shows a value that somebody else keeps, asked for whenever the measures are read. */
    public void gauge(String name, String meaning, DoubleSupplier value) {
        gauge(name, "", meaning, value);
    }

    /** @param label such as {@code job="newsletter.send-issues"} */
    public void gauge(String name, String label, String meaning, DoubleSupplier value) {
        kept.put(new Kept(name, label, "gauge", meaning), value);
    }

    /** Shows a number that somebody else keeps and that only grows. */
    public void counter(String name, String label, String meaning, DoubleSupplier value) {
        kept.put(new Kept(name, label, "counter", meaning), value);
    }

    /** @param outcome {@code OK}, {@code PARTIAL}, or the code of the error that refused the request */
    public void request(String outcome, long tookNanos) {
        requests.computeIfAbsent(outcome, name -> new LongAdder()).increment();
        nanos.add(tookNanos);
        int bucket = 0;
        while (bucket < BOUNDS.length && tookNanos > BOUNDS[bucket] * 1e9) {
            bucket++;
        }
        buckets[bucket].increment();
    }

    void fields(int count) {
        fields.add(count);
    }

    Batches loader(String name) {
        return loaders.computeIfAbsent(name, unknown -> new Batches());
    }

    /** Everything, as Prometheus reads it. */
    public String exposition() {
        Page page = new Page();
        page.title("piton_graphql_requests_total", "counter", "GraphQL requests by outcome.");
        new TreeMap<>(requests)
                .forEach((outcome, count) ->
                        page.line("piton_graphql_requests_total{outcome=\"" + outcome + "\"}", count.sum()));
        page.title("piton_graphql_request_seconds", "histogram", "How long GraphQL requests took.");
        long below = 0;
        for (int i = 0; i < BOUNDS.length; i++) {
            below += buckets[i].sum();
            page.line("piton_graphql_request_seconds_bucket{le=\"" + BOUNDS[i] + "\"}", below);
        }
        below += buckets[BOUNDS.length].sum();
        page.line("piton_graphql_request_seconds_bucket{le=\"+Inf\"}", below);
        page.line("piton_graphql_request_seconds_sum", nanos.sum() / 1e9);
        page.line("piton_graphql_request_seconds_count", below);
        page.title("piton_graphql_fields_total", "counter", "Values fetched for answers.");
        page.line("piton_graphql_fields_total", fields.sum());
        page.title("piton_sql_statements_total", "counter", "SQL statements run, for answers and otherwise.");
        page.line("piton_sql_statements_total", StatementCounter.total());
        Map<String, Batches> sorted = new TreeMap<>(loaders);
        page.title("piton_loader_batches_total", "counter", "Batches that each loader loaded.");
        sorted.forEach((name, batches) ->
                page.line("piton_loader_batches_total{loader=\"" + name + "\"}", batches.batches.sum()));
        page.title("piton_loader_keys_total", "counter", "Keys that each loader loaded.");
        sorted.forEach(
                (name, batches) -> page.line("piton_loader_keys_total{loader=\"" + name + "\"}", batches.keys.sum()));
        String last = "";
        for (Kept each : kept.keySet().stream()
                .sorted(Comparator.comparing(Kept::name).thenComparing(Kept::label))
                .toList()) {
            if (!each.name().equals(last)) {
                page.title(each.name(), each.type(), each.meaning());
                last = each.name();
            }
            String label = each.label().isEmpty() ? "" : "{" + each.label() + "}";
            page.line(each.name() + label, value(each));
        }
        return page.text.toString();
    }

    private double value(Kept each) {
        DoubleSupplier value = kept.get(each);
        try {
            return value == null ? Double.NaN : value.getAsDouble();
        } catch (RuntimeException unknown) {
            return Double.NaN; // the other measures are still worth reading
        }
    }

    private static final class Page {
        private final StringBuilder text = new StringBuilder();

        void title(String name, String type, String meaning) {
            text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }

        void line(String name, double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            String number = Double.isNaN(value)
                    ? "NaN"
                    : whole ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.6f", value);
            text.append(name).append(' ').append(number).append('\n');
        }
    }
}
