package news.piton.core.host.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import graphql.schema.DataFetcher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.audit.AuditLog;
import news.piton.core.database.Database;
import news.piton.core.fault.Fault;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.host.mutation.IdempotencyStore.Attempt;
import news.piton.core.host.mutation.IdempotencyStore.Claim;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one contract of all mutations around every handler. All of it happens in one transaction, which the use case
 * joins: the change, its events, the first answer under an idempotency key and the audit entry are stored together or not.
 */
public final class Mutations {
    private static final int LONGEST_KEY = 200;

    private final Database database;
    private final IdempotencyStore idempotency;
    private final AuditLog audit;

    public Mutations(Database database, IdempotencyStore idempotency, AuditLog audit) {
        this.database = database;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    public <I extends Record, V extends Record> DataFetcher<Payload> fetcher(String name, Mutation<I, V> mutation) {
        return environment -> {
            Map<String, Object> input = environment.getArgument("input");
            if (input == null) {
                throw Fault.badRequest("The mutation " + name + " needs its `input`.");
            }
            return run(name, mutation, input, Caller.of(environment));
        };
    }

    private <I extends Record, V extends Record> Payload run(
            String name, Mutation<I, V> mutation, Map<String, Object> input, Caller caller) {
        Call<I> call = new Call<>(InputBinding.bind(input, mutation.input()), Set.copyOf(input.keySet()), caller);
        if (Boolean.TRUE.equals(input.get("validateOnly"))) {
            // Runs it all and takes it all back: the answer is the one that the real call would give now.
            Outcome<V> outcome = database.rehearse(() -> mutation.handler().handle(call));
            return outcome instanceof Outcome.Done<V> ? Payload.EMPTY : payload(outcome, call, mutation);
        }
        Attempt attempt = attempt(name, input, caller);
        Outcome<V> answer = database.inTransaction(() -> {
            if (attempt != null) {
                switch (idempotency.claim(attempt)) {
                    case Claim.First first -> {}
                    case Claim.Answered(String json) -> {
                        return Outcome.done(read(json, mutation.value()));
                    }
                    case Claim.Misused misused -> {
                        return Outcome.refused(UserError.at(
                                "idempotencyKey",
                                "IDEMPOTENCY_KEY_REUSED",
                                "This idempotencyKey was used for another input; make a new one for each new"
                                        + " request."));
                    }
                }
            }
            Outcome<V> outcome = mutation.handler().handle(call);
            if (outcome instanceof Outcome.Done<V>(V value)) {
                if (attempt != null) {
                    idempotency.keep(attempt, write(value));
                }
                if (caller.viewer() instanceof Viewer.Staff staff) {
                    audit.record(staff, name, subjects(input), AuditLog.DONE, input);
                }
            }
            return outcome;
        });
        return payload(answer, call, mutation);
    }

    private static <I extends Record, V extends Record> Payload payload(
            Outcome<V> outcome, Call<I> call, Mutation<I, V> mutation) {
        return switch (outcome) {
            case Outcome.Done<V>(V value) -> new Payload(value, List.of());
            case Outcome.Refused<V>(List<UserError> errors) ->
                new Payload(mutation.refusal().shown(call, errors), errors);
        };
    }

    private static @Nullable Attempt attempt(String name, Map<String, Object> input, Caller caller) {
        if (!(input.get("idempotencyKey") instanceof String key)) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Fault.badRequest("`idempotencyKey` takes 1 to " + LONGEST_KEY + " characters, best a random UUID.");
        }
        Map<String, Object> rest = new HashMap<>(input);
        rest.remove("idempotencyKey");
        rest.remove("validateOnly");
        long actor = caller.viewer() instanceof Viewer.Staff staff ? staff.id() : 0;
        return new Attempt(name, actor, digest(key), digest(write(rest)));
    }

    /** The global ids in the input: what the mutation is done to. */
    private static List<String> subjects(Map<String, Object> input) {
        return input.values().stream()
                .filter(Objects::nonNull)
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(value ->
                        value instanceof String text && GlobalId.parse(text).isPresent())
                .map(String::valueOf)
                .toList();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String write(Object value) {
        try {
            return InputBinding.JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A mutation's value must be JSON-able.", unwritable);
        }
    }

    private static <V> V read(String json, Class<V> shape) {
        try {
            return InputBinding.JSON.readValue(json, shape);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept answer cannot be read back.", unreadable);
        }
    }
}
