package news.piton.core.host.execution;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of reading a document: operations that can be run, or the reasons why there are none. */
public sealed interface Prepared {

    record Refused(List<OperationError> errors) implements Prepared {}

    /** A parsed, valid document within all limits. Kept and shared; unchanging. */
    record Ready(String text, PreparsedDocumentEntry entry, Map<String, Operation> operations) implements Prepared {

        /**
         * The operation to run.
         *
         * @param name null for the only one
         * @return null when there is none of that name, or several to choose from
         */
        public @Nullable Operation operation(@Nullable String name) {
            if (name != null) {
                return operations.get(name);
            }
            return operations.size() == 1 ? operations.values().iterator().next() : null;
        }
    }

    /** @param name empty for an anonymous one */
    record Operation(String name, OperationDefinition.Operation kind, Shape shape, Cost cost) {
        public boolean isQuery() {
            return kind == OperationDefinition.Operation.QUERY;
        }

        public boolean isMutation() {
            return kind == OperationDefinition.Operation.MUTATION;
        }

        public boolean isSubscription() {
            return kind == OperationDefinition.Operation.SUBSCRIPTION;
        }
    }
}
