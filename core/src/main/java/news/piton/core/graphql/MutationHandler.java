package news.piton.core.graphql;

import java.util.Set;
import news.piton.core.fault.Outcome;

/**
 * One mutation's way into its use case. The host has checked the permission, binds the input, opens the transaction that
 * the use case joins, keeps the promises of {@code validateOnly} and {@code idempotencyKey}, writes the audit log for staff,
 * and makes the payload: the components of the value, or nulls, beside {@code userErrors}.
 *
 * @param <I> a record with the input's fields under their names (ids as String, times as Instant, enums as their Java enum
 *     or String); an optional field is a nullable component
 * @param <V> a record with the payload's fields under their names, except {@code userErrors}; it is kept as JSON for 24 h
 *     where a client sent an idempotency key, so it holds records and plain values only
 */
@FunctionalInterface
public interface MutationHandler<I extends Record, V extends Record> {

    Outcome<V> handle(Call<I> call);

    /** @param given the names of the input's fields that were sent, null or not: absent means "leave as it is" */
    record Call<I>(I input, Set<String> given, Caller caller) {
        public boolean has(String field) {
            return given.contains(field);
        }
    }
}
