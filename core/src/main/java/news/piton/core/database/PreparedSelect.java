package news.piton.core.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A select that runs again and again. jOOQ builds and renders it once for each shape it takes; from then on a run binds its
 * values, reads its rows and costs little more than plain JDBC. Building and rendering took half of the time of a page.
 *
 * <p>A shape is what decides about columns, joins and conditions. Whatever differs between two runs of the same shape must
 * stand in the select as a named parameter, {@code DSL.param(name, value)}; what never differs is inlined.
 *
 * @param <S> a value with equals and hashCode, which must not hold what the parameters hold
 */
public final class PreparedSelect<S> {
    /** Shapes come from clients' documents too; what has not been asked for in a while is rendered anew. */
    private static final int SHAPES = 500;
    /** Stands before a parameter's name in the rendered text, where nothing else can contain it. */
    private static final String MARK = "\u0001";

    private static final Pattern PARAMETER = Pattern.compile(MARK + "(\\w+)");
    private static final DataType<Instant> TIME =
            SQLDataType.LOCALDATETIME(6).asConvertedDataType(new InstantBinding());
    private static final InstantConverter INSTANTS = new InstantConverter();

    private final DSLContext sql;
    private final Connections connections;
    private final StatementListener listener;
    private final Cache<S, Text> texts =
            Caffeine.newBuilder().maximumSize(SHAPES).build();

    PreparedSelect(DSLContext sql, Connections connections, StatementListener listener) {
        this.sql = sql;
        this.connections = connections;
        this.listener = listener;
    }

    /** @param parameters the names of the values to bind, in order; a name may be there more than once */
    private record Text(String sql, List<String> parameters, Field<?>[] columns) {}

    /**
     * Runs the select, in the thread's transaction if there is one.
     *
     * @param build makes the select; called for a shape that is new
     * @param values by the names of their parameters, none of them null
     * @throws IllegalArgumentException when the select holds a value that is neither named nor inlined
     */
    public Result<Record> fetch(S shape, Supplier<? extends Select<?>> build, Map<String, ?> values) {
        Text text = texts.get(shape, absent -> render(build.get()));
        Connection connection = connections.acquire();
        try (PreparedStatement statement = connection.prepareStatement(StatementListener.inTime(text.sql))) {
            for (int i = 0; i < text.parameters.size(); i++) {
                statement.setObject(i + 1, bound(values, text.parameters.get(i)));
            }
            StatementCounter.add();
            try (ResultSet rows = statement.executeQuery()) {
                return sql.fetch(rows, text.columns);
            }
        } catch (SQLException failure) {
            throw listener.named(new DataAccessException(text.sql, failure));
        } finally {
            connections.release(connection);
        }
    }

    /** A named parameter for a {@code DATETIME(6)} column. */
    public static Param<Instant> time(String name) {
        return DSL.param(name, TIME);
    }

    /** The right side of {@code id IN (…)}; its shape is how many there are, its values are {@link #valuesOf}. */
    public static List<Param<Long>> ids(Collection<Long> ids) {
        List<Param<Long>> all = new ArrayList<>(ids.size());
        ids.forEach(id -> all.add(DSL.param("id" + all.size(), id)));
        return all;
    }

    /** The values of {@link #ids}. */
    public static Map<String, Long> valuesOf(Collection<Long> ids) {
        Map<String, Long> values = new HashMap<>();
        ids.forEach(id -> values.put("id" + values.size(), id));
        return values;
    }

    private Text render(Select<?> select) {
        select.getParams().values().stream()
                .filter(value -> value.getParamName() == null && !value.isInline())
                .findAny()
                .ifPresent(value -> {
                    throw new IllegalArgumentException("A prepared select has the value " + value
                            + ": name it, or inline it if it never changes.");
                });
        String marked = sql.configuration()
                .deriveSettings(settings -> settings.withRenderNamedParamPrefix(MARK))
                .dsl()
                .renderNamedOrInlinedParams(select);
        Matcher parameters = PARAMETER.matcher(marked);
        List<String> names = parameters.results().map(found -> found.group(1)).toList();
        return new Text(parameters.replaceAll("?"), names, select.getSelect().toArray(Field[]::new));
    }

    private static Object bound(Map<String, ?> values, String name) {
        Object value = Objects.requireNonNull(values.get(name), name);
        return value instanceof Instant instant ? INSTANTS.to(instant) : value;
    }
}
