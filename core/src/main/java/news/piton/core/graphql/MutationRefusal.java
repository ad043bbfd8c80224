package news.piton.core.graphql;

import java.util.List;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.MutationHandler.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a refused mutation's payload shows beside its user errors, such as the two texts of a conflict. Asked after all that
 * the mutation did has been taken back, outside a transaction; also when the client only validates. It is not kept under an
 * idempotency key.
 *
 * @param <V> as in {@link MutationHandler}; what does not apply is null in it
 */
@FunctionalInterface
public interface MutationRefusal<I extends Record, V extends Record> {

    /** @return null for user errors alone */
    @Nullable
    V shown(Call<I> call, List<UserError> errors);
}
