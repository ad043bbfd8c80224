package news.piton.core.host.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a field from the accessor of the same name of the record behind its type. Linked once, at the start, to a plain
 * call: reading a field costs neither reflection nor a fetching environment.
 */
final class Accessor implements LightDataFetcher<@Nullable Object> {
    private final Class<?> type;
    private final Function<Object, @Nullable Object> read;

    private Accessor(Class<?> type, Function<Object, @Nullable Object> read) {
        this.type = type;
        this.read = read;
    }

    /** Empty when the record has no public method of that name without parameters. */
    static Optional<Accessor> of(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            if (method.getReturnType() == void.class
                    || method.getDeclaringClass() == Object.class
                    || Modifier.isStatic(method.getModifiers())) {
                return Optional.empty();
            }
            return Optional.of(new Accessor(type, link(type, method)));
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> link(Class<?> type, Method method) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle handle = lookup.unreflect(method);
            if (!lookup.hasFullPrivilegeAccess()) {
                return throughHandle(handle.asType(MethodType.methodType(Object.class, Object.class)));
            }
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable unlinkable) {
            throw new IllegalStateException("The record " + type.getName() + " cannot be read.", unlinkable);
        }
    }

    /** For records of plugins with a class loader of their own, in which the JDK links no lambdas for us. */
    private static Function<Object, @Nullable Object> throughHandle(MethodHandle handle) {
        return source -> {
            try {
                return (Object) handle.invokeExact(source);
            } catch (RuntimeException | Error asIs) {
                throw asIs;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        };
    }

    @Nullable
    Object read(@Nullable Object source) {
        return type.isInstance(source) ? read.apply(source) : null;
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return read(source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return read(environment.getSource());
    }
}
