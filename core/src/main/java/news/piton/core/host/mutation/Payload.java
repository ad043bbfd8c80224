package news.piton.core.host.mutation;

import java.util.List;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation's field returns: a value whose components are the payload's fields, or the reasons why there is none.
 *
 * @param value when refused, what is shown beside the reasons; null when there is nothing to show
 */
public record Payload(@Nullable Record value, List<UserError> userErrors) {
    static final Payload EMPTY = new Payload(null, List.of());
}
