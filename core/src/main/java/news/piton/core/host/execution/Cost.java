package news.piton.core.host.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may cost at the most, known before it runs. A field costs its weight, times the sizes of all lists that
 * it stands in; of the selections for different types of one object only the dearest counts, since an object is of one
 * type.
 */
final class Cost {
    private static final long PLENTY = Long.MAX_VALUE / 4;
    private final Selections root;
    private final long constant;

    Cost(Selections root) {
        this.root = root;
        this.constant = root.variable() ? -1 : root.cost(1, Map.of());
    }

    /**
     * @param always selected whatever the type
     * @param byType selected for objects of one type only
     */
    record Selections(List<Field> always, Map<String, List<Field>> byType) {

        boolean isEmpty() {
            return always.isEmpty() && byType.isEmpty();
        }

        boolean variable() {
            return always.stream().anyMatch(Field::variable)
                    || byType.values().stream().flatMap(List::stream).anyMatch(Field::variable);
        }

        long cost(long times, Map<String, Object> variables) {
            long sum = sum(always, times, variables);
            long dearest = 0;
            for (List<Field> fields : byType.values()) {
                dearest = Math.max(dearest, sum(fields, times, variables));
            }
            return Math.min(PLENTY, sum + dearest);
        }

        private static long sum(List<Field> fields, long times, Map<String, Object> variables) {
            long sum = 0;
            for (Field field : fields) {
                sum = Math.min(PLENTY, sum + field.cost(times, variables));
            }
            return sum;
        }
    }

    /** @param size how many values the field has, or null for one */
    record Field(String name, int weight, @Nullable ListSize size, Selections selections) {

        boolean variable() {
            return size instanceof ListSize.Variable || selections.variable();
        }

        long cost(long times, Map<String, Object> variables) {
            return Math.min(PLENTY, own(times) + selections.cost(inner(times, variables), variables));
        }

        private long own(long times) {
            return times > PLENTY / weight ? PLENTY : times * weight;
        }

        private long inner(long times, Map<String, Object> variables) {
            long values = size == null ? 1 : size.of(variables);
            return times > PLENTY / Math.max(1, values) ? PLENTY : times * values;
        }
    }

    /** How many values a list is taken to have. */
    sealed interface ListSize {
        long of(Map<String, Object> variables);

        record Known(long values) implements ListSize {
            @Override
            public long of(Map<String, Object> variables) {
                return values;
            }
        }

        /** @param usual when the operation is run without that variable */
        record Variable(String name, long usual) implements ListSize {
            @Override
            public long of(Map<String, Object> variables) {
                return switch (variables.get(name)) {
                    case Number number -> Math.max(0, number.longValue());
                    case List<?> list -> list.size();
                    case null, default -> usual;
                };
            }
        }
    }

    long of(Map<String, Object> variables) {
        return constant >= 0 ? constant : root.cost(1, variables);
    }

    /** The way to the field that costs most by itself, for the sentence of a refusal; the last of equals, which lies deepest. */
    String dearest(Map<String, Object> variables) {
        Search search = new Search(variables);
        search.in(root, "", 1);
        return search.path;
    }

    private static final class Search {
        private final Map<String, Object> variables;
        private String path = "";
        private long most;

        private Search(Map<String, Object> variables) {
            this.variables = variables;
        }

        private void in(Selections selections, String above, long times) {
            look(selections.always(), above, times);
            selections.byType().values().forEach(fields -> look(fields, above, times));
        }

        private void look(List<Field> fields, String above, long times) {
            for (Field field : fields) {
                String here = above.isEmpty() ? field.name() : above + "." + field.name();
                long inner = field.inner(times, variables);
                long cost = Math.min(PLENTY, field.own(times) + values(field.selections(), inner));
                if (cost > most || (cost == most && !field.selections().isEmpty())) {
                    most = cost;
                    path = here;
                }
                in(field.selections(), here, inner);
            }
        }

        /** The plain values of an object, which count as the object's own. */
        private static long values(Selections selections, long times) {
            return selections.always().stream()
                    .filter(field -> field.selections().isEmpty())
                    .mapToLong(field -> field.own(times))
                    .reduce(0, (sum, cost) -> Math.min(PLENTY, sum + cost));
        }
    }
}
